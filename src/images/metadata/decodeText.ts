import type { Bytes } from "./joinBytes.ts";

type WideEncoding = "utf-16le" | "utf-16be";

const byteOrderMarks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** NUL bytes at even and at odd places: those of the high bytes that most letters of UTF-16 have. */
function countNuls(bytes: Bytes): readonly [even: number, odd: number] {
  const counts: [number, number] = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) counts[at % 2 === 0 ? 0 : 1] += 1;
  });
  return counts;
}

/**
 * Spaces of UTF-16 with the high byte first, and with the low one first. Unlike those of letters (一 is 4E00, and N is
 * 004E), their bytes are no common letter the other way round.
 */
function countSpaces(bytes: Bytes): readonly [highFirst: number, lowFirst: number] {
  const counts: [number, number] = [0, 0];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (bytes[at] === 0 && bytes[at + 1] === 0x20) counts[0] += 1;
    if (bytes[at] === 0x20 && bytes[at + 1] === 0) counts[1] += 1;
  }
  return counts;
}

/** Returns the byte order that more bytes speak for than for the other, by more than a margin. */
function widerSide(
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

/**
 * Decodes text of an unknown encoding: by its byte order mark, else UTF-16 by its NUL bytes, else UTF-8 where all of it is
 * valid, else Latin-1.
 *
 * @param declared UTF-16 by the file's own word. Its byte order is only used where neither spaces nor many NUL bytes decide.
 */
export function decodeText(bytes: Bytes, declared?: WideEncoding): string {
  const marked = byteOrderMarks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return new TextDecoder(marked[0]).decode(bytes);

  // Padding has as many NUL bytes at even places as at odd ones.
  const wide =
    (declared && widerSide(countSpaces(bytes), 0)) ??
    widerSide(countNuls(bytes), bytes.length / (declared ? 4 : 8));
  if (wide) return decodeWide(bytes, wide);
  const utf8 = decodeUtf8(bytes);
  // Some programs declare UTF-16 and write UTF-8.
  if (declared && (utf8 === undefined || bytes.includes(0) || !isMostlyAscii(bytes))) {
    return decodeWide(bytes, declared);
  }
  return utf8 ?? new TextDecoder("latin1").decode(bytes);
}
