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
 * @param declared UTF-16 by the file's own word. Its byte order is only used where the NUL bytes don't decide.
 */
export function decodeText(bytes: Bytes, declared?: WideEncoding): string {
  const marked = byteOrderMarks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return new TextDecoder(marked[0]).decode(bytes);

  const [even, odd] = countNuls(bytes);
  // Padding has as many at even places as at odd ones.
  const isOneSided = Math.abs(even - odd) > bytes.length / 8;
  if (isOneSided || (declared && even !== odd)) {
    return decodeWide(bytes, even > odd ? "utf-16be" : "utf-16le");
  }
  const utf8 = decodeUtf8(bytes);
  // Some programs declare UTF-16 and write UTF-8.
  if (declared && (utf8 === undefined || even > 0 || !isMostlyAscii(bytes))) {
    return decodeWide(bytes, declared);
  }
  return utf8 ?? new TextDecoder("latin1").decode(bytes);
}
