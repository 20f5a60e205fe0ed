export interface SandboxFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

export function readDataUrl(url: string): SandboxFile | undefined {
  const [, contentType, base64] = /^data:([\w.+/-]+);base64,([a-z0-9+/]+=*)$/i.exec(url) ?? [];
  if (contentType === undefined || base64 === undefined) return undefined;
  try {
    return { bytes: Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)), contentType };
  } catch {
    return undefined;
  }
}

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  // Converts the bytes in chunks, because JavaScript engines limit the number of arguments in a call.
  for (let start = 0; start < bytes.length; start += 0x8000) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + 0x8000)));
  }
  return btoa(parts.join(""));
}

export const toDataUrl = (bytes: Uint8Array, contentType: string): string =>
  `data:${contentType};base64,${toBase64(bytes)}`;
