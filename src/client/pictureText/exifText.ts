import { joinBytes, letters, lettersAt, viewOf, type Bytes } from "./joinBytes.ts";

const exifTag = 0x8769;
const commentTag = 0x9286;
/** Where the comment stands in what is written here: after a header and two lists of one entry each. */
const commentAt = 44;

/** UTF-16 with the high byte first, as Automatic1111 reads it. */
function utf16(text: string): Bytes {
  const bytes = new Uint8Array(text.length * 2);
  const view = viewOf(bytes);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at));
  return bytes;
}

/** An EXIF block that holds nothing but a comment. */
export function makeExif(text: string): Bytes {
  const comment = joinBytes(letters("UNICODE\0"), utf16(text));
  const head = new Uint8Array(commentAt);
  head.set(letters("MM\0*"));
  const view = viewOf(head);
  view.setUint32(4, 8);
  const list = (at: number, tag: number, type: number, count: number, value: number) => {
    view.setUint16(at, 1);
    view.setUint16(at + 2, tag);
    view.setUint16(at + 4, type);
    view.setUint32(at + 6, count);
    view.setUint32(at + 10, value);
  };
  list(8, exifTag, 4, 1, 26);
  list(26, commentTag, 7, comment.length, commentAt);
  return joinBytes(head, comment);
}

/** Whether a block holds nothing but a comment, so that it may give way to another. */
export function isOnlyComment(exif: Bytes): boolean {
  if (exif.length < commentAt || lettersAt(exif, 0, 4) !== "MM\0*") return false;
  const view = viewOf(exif);
  const numbers = [8, 10, 26, 28].map((at) => view.getUint16(at));
  return String(numbers) === String([1, exifTag, 1, commentTag]);
}

/**
 * Under a header whose numbers have their high byte first, so has the text. Under the other header both are found: most
 * texts have more letters whose high byte is 0 than whose low byte is.
 */
function decodeUtf16(bytes: Bytes, isLittle: boolean): string {
  let zeros = 0;
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros += at % 2 === 0 ? 1 : -1;
  });
  const isBig = !isLittle || zeros > 0;
  return new TextDecoder(isBig ? "utf-16be" : "utf-16le").decode(bytes);
}

/** The comment in an EXIF block; undefined when there is none, or the block can't be read. */
export function readExif(exif: Bytes): string | undefined {
  const view = viewOf(exif);
  const order = lettersAt(exif, 0, 2);
  if (exif.length < 8 || (order !== "II" && order !== "MM")) return undefined;
  const isLittle = order === "II";

  function find(list: number, tag: number): number | undefined {
    if (list + 2 > exif.length) return undefined;
    const count = view.getUint16(list, isLittle);
    for (let entry = 0; entry < count; entry += 1) {
      const at = list + 2 + entry * 12;
      if (at + 12 > exif.length) return undefined;
      if (view.getUint16(at, isLittle) === tag) return at;
    }
    return undefined;
  }

  const inner = find(view.getUint32(4, isLittle), exifTag);
  const entry =
    inner === undefined ? undefined : find(view.getUint32(inner + 8, isLittle), commentTag);
  if (entry === undefined) return undefined;
  const length = view.getUint32(entry + 4, isLittle);
  const start = view.getUint32(entry + 8, isLittle);
  if (length < 8 || start + length > exif.length) return undefined;
  const body = exif.subarray(start + 8, start + length);
  const isWide = lettersAt(exif, start, 7) === "UNICODE";
  return isWide ? decodeUtf16(body, isLittle) : new TextDecoder().decode(body);
}
