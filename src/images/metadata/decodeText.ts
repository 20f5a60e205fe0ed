import type { Bytes } from "./joinBytes.ts";

type WideEncoding = "utf-16le" | "utf-16be";

const byteOrderMarks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** Counts NUL bytes at even and odd positions: high bytes of UTF-16. */
function countNuls(bytes: Bytes): readonly [even: number, odd: number] {
  const counts: [number, number] = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) counts[at % 2 === 0 ? 0 : 1] += 1;
  });
  return counts;
}

/** Counts UTF-16 spaces in both byte orders. Letters are ambiguous: 一 is 4E00, N is 004E. */
function countSpaces(bytes: Bytes): readonly [highFirst: number, lowFirst: number] {
  const counts: [number, number] = [0, 0];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (bytes[at] === 0 && bytes[at + 1] === 0x20) counts[0] += 1;
    if (bytes[at] === 0x20 && bytes[at + 1] === 0) counts[1] += 1;
  }
  return counts;
}

function likelierEncoding(
  [highFirst, lowFirst]: readonly [number, number],
  margin: number,
): WideEncoding | undefined {
  if (Math.abs(highFirst - lowFirst) <= margin) return undefined;
  return highFirst > lowFirst ? "utf-16be" : "utf-16le";
}

function decodeUtf8(bytes: Bytes): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const isMostlyAscii = (bytes: Bytes): boolean =>
  bytes.reduce((count, byte) => count + (byte < 0x80 ? 1 : 0), 0) > bytes.length / 2;

function decodeWide(bytes: Bytes, encoding: WideEncoding): string {
  return new TextDecoder(encoding).decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
}

/** Spaces or many NUL bytes override a declared byte order. */
export function decodeText(bytes: Bytes, declared?: WideEncoding): string {
  const marked = byteOrderMarks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return new TextDecoder(marked[0]).decode(bytes);

  // Padding has NUL bytes at even and odd positions.
  const wide =
    (declared && likelierEncoding(countSpaces(bytes), 0)) ??
    likelierEncoding(countNuls(bytes), bytes.length / (declared ? 4 : 8));
  if (wide) return decodeWide(bytes, wide);
  const utf8 = decodeUtf8(bytes);
  // Some programs declare UTF-16 and write UTF-8.
  if (declared && (utf8 === undefined || bytes.includes(0) || !isMostlyAscii(bytes))) {
    return decodeWide(bytes, declared);
  }
  return utf8 ?? new TextDecoder("latin1").decode(bytes);
}
