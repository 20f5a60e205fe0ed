import type { Bytes } from "./joinBytes.ts";

type WideEncoding = "utf-16le" | "utf-16be";

const space = 0x20;

const byteOrderMarks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * Returns the UTF-16 byte order that the positions of NUL bytes suggest, or undefined if they suggest none. If `letter`
 * is given, only its NUL bytes count. The space is the most reliable letter: an N (004E), for example, is 一 (4E00)
 * in the other byte order.
 */
function likelierEncoding(bytes: Bytes, margin: number, letter?: number): WideEncoding | undefined {
  let [highFirst, lowFirst] = [0, 0];
  for (let at = 0; at < bytes.length; at += 2) {
    const [first, second] = [bytes[at], bytes[at + 1]];
    if (first === 0 && (letter === undefined || second === letter)) highFirst += 1;
    if (second === 0 && (letter === undefined || first === letter)) lowFirst += 1;
  }
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

/** Decodes UTF-8, UTF-16, or Latin-1 text. Ignores a declared byte order if the NUL bytes' positions contradict it. */
export function decodeText(bytes: Bytes, declared?: WideEncoding): string {
  const marked = byteOrderMarks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return new TextDecoder(marked[0]).decode(bytes);

  // Padding isn't mistaken for UTF-16, because its NUL bytes are at both even and odd positions.
  const wide =
    (declared && likelierEncoding(bytes, 0, space)) ??
    likelierEncoding(bytes, bytes.length / (declared ? 4 : 8));
  if (wide) return decodeWide(bytes, wide);
  const utf8 = decodeUtf8(bytes);
  // Some programs declare UTF-16 but write UTF-8.
  if (declared && (utf8 === undefined || bytes.includes(0) || !isMostlyAscii(bytes))) {
    return decodeWide(bytes, declared);
  }
  return utf8 ?? new TextDecoder("latin1").decode(bytes);
}
