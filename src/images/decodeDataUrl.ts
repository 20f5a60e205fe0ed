/** Decodes a data URL without `fetch`, which a content security policy may block. Returns undefined on failure. */
export function decodeDataUrl(url: string): Blob | undefined {
  const [head = "", type = "", base64] =
    /^data:([^;,]*)(?:;(?!base64)[^;,]*)*(;base64)?,/i.exec(url) ?? [];
  if (head === "") return undefined;
  const body = url.slice(head.length);
  try {
    return base64 === undefined
      ? new Blob([decodeURIComponent(body)], { type })
      : new Blob([Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))], { type });
  } catch {
    return undefined;
  }
}
