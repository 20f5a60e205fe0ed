import { decodeText } from "./decodeText.ts";
import { joinBytes, latin1Bytes, latin1Text, viewOf, type Bytes } from "./joinBytes.ts";
import { spend, type TextBudget } from "./textBudget.ts";

const exifTag = 0x8769;
const commentTag = 0x9286;
const commentOffset = 44;

/** Encodes text as UTF-16 in big-endian byte order, which Automatic1111 reads. */
function utf16(text: string): Bytes {
  const bytes = new Uint8Array(text.length * 2);
  const view = viewOf(bytes);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at));
  return bytes;
}

/** Encodes text as UTF-16. Adds a byte order mark only if needed, because older readers treat it as a character. */
function encodeText(text: string): Bytes {
  const bytes = utf16(text);
  return decodeText(bytes, "utf-16be") === text ? bytes : utf16(`\uFEFF${text}`);
}

export function makeExif(text: string): Bytes {
  const comment = joinBytes(latin1Bytes("UNICODE\0"), encodeText(text));
  const head = new Uint8Array(commentOffset);
  head.set(latin1Bytes("MM\0*"));
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
  list(26, commentTag, 7, comment.length, commentOffset);
  return joinBytes(head, comment);
}

export function isOnlyComment(exif: Bytes): boolean {
  if (exif.length < commentOffset || latin1Text(exif, 0, 4) !== "MM\0*") return false;
  const view = viewOf(exif);
  const numbers = [8, 10, 26, 28].map((at) => view.getUint16(at));
  return String(numbers) === String([1, exifTag, 1, commentTag]);
}

/** EXIF tags that may contain a recipe, most likely first. */
const textTags = [commentTag, 0x010e, 0x9c9c, 0x0110, 0x010f];
const windowsComment = 0x9c9c;
const cameraTags = new Set([0x0110, 0x010f]);
const listTags = new Set([exifTag, 0x8825, 0xa005]);
const typeLengths = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
/** Limits for a file's tag lists (IFDs). Cameras write far less: four lists with dozens of entries each. */
const maxLists = 16;
const maxEntries = 1_000;

interface Entry {
  readonly tag: number;
  readonly data: Bytes;
}

function readEntries(exif: Bytes, isLittleEndian: boolean): readonly Entry[] {
  const view = viewOf(exif);
  const entries: Entry[] = [];
  const lists = new Set([view.getUint32(4, isLittleEndian)]);
  // Iterating over a set also visits the values that are added during the loop.
  for (const list of lists) {
    if (lists.size > maxLists || list + 2 > exif.length) continue;
    const count = view.getUint16(list, isLittleEndian);
    for (let index = 0; index < Math.min(count, maxEntries); index += 1) {
      const at = list + 2 + index * 12;
      if (at + 12 > exif.length) break;
      const tag = view.getUint16(at, isLittleEndian);
      const length =
        (typeLengths[view.getUint16(at + 2, isLittleEndian)] ?? 0) *
        view.getUint32(at + 4, isLittleEndian);
      const start = length > 4 ? view.getUint32(at + 8, isLittleEndian) : at + 8;
      if (listTags.has(tag)) lists.add(view.getUint32(at + 8, isLittleEndian));
      else if (start + length <= exif.length) {
        entries.push({ tag, data: exif.subarray(start, start + length) });
      }
    }
    const next = list + 2 + count * 12;
    if (next + 4 <= exif.length) lists.add(view.getUint32(next, isLittleEndian));
  }
  return entries;
}

/** Decodes an EXIF user comment. Its first eight bytes name the encoding, but some programs omit them. */
function decodeComment(data: Bytes, isLittleEndian: boolean): string {
  const code = latin1Text(data, 0, 8).toUpperCase();
  const body = data.subarray(8);
  if (code === "UNICODE\0") return decodeText(body, isLittleEndian ? "utf-16le" : "utf-16be");
  if (code === "JIS\0\0\0\0\0") return new TextDecoder("iso-2022-jp").decode(body);
  return decodeText(code === "ASCII\0\0\0" || /^\0{8}$/.test(code) ? body : data);
}

function decodeEntry({ tag, data }: Entry, isLittleEndian: boolean): string | undefined {
  if (tag === commentTag) return decodeComment(data, isLittleEndian);
  if (tag === windowsComment) return decodeText(data, "utf-16le");
  const text = decodeText(data);
  // ComfyUI stores its workflow graph in the tags for the camera's make and model.
  return cameraTags.has(tag) ? /^prompt:([^]*)/i.exec(text)?.[1] : text;
}

export function readExif(exif: Bytes, budget: TextBudget): readonly string[] {
  const order = latin1Text(exif, 0, 2);
  if (exif.length < 8 || (order !== "II" && order !== "MM")) return [];
  const isLittleEndian = order === "II";
  const entries = readEntries(exif, isLittleEndian);
  return textTags
    .flatMap((tag) => entries.filter((entry) => entry.tag === tag))
    .filter(({ data }) => spend(budget, data.length))
    .map((entry) => decodeEntry(entry, isLittleEndian))
    .filter((text) => text !== undefined);
}
