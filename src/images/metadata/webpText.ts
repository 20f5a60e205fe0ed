import { readImageHeader } from "../../protocol/readImageHeader.ts";
import { copyChunks, maxChunks, type Chunk, type Chunks } from "./chunks.ts";
import { decodeText } from "./decodeText.ts";
import { isOnlyComment, makeExif, readExif } from "./exifText.ts";
import { joinBytes, latin1Bytes, latin1Text, viewOf, type Bytes } from "./joinBytes.ts";
import { spend, type TextBudget } from "./textBudget.ts";
import { readXmp } from "./xmpText.ts";

/** Bits of the VP8X header that announce a metadata chunk. */
const flags = { EXIF: 0x08, "XMP ": 0x04 } as const;
const alphaFlag = 0x10;

function readChunks(bytes: Bytes): Chunks {
  const chunks: Chunk[] = [];
  const view = viewOf(bytes);
  let start = 12;
  while (start + 8 <= bytes.length) {
    const length = view.getUint32(start + 4, true);
    const dataEnd = start + 8 + length;
    if (dataEnd > bytes.length || chunks.length === maxChunks) return { chunks, isComplete: false };
    const end = Math.min(bytes.length, dataEnd + (length % 2));
    const data = bytes.subarray(start + 8, dataEnd);
    chunks.push({ type: latin1Text(bytes, start, 4), start, end, data });
    start = end;
  }
  return { chunks, isComplete: chunks.length > 0 };
}

function makeChunk(type: string, data: Bytes): Bytes {
  const chunk = joinBytes(
    latin1Bytes(type),
    new Uint8Array(4),
    data,
    new Uint8Array(data.length % 2),
  );
  viewOf(chunk).setUint32(4, data.length, true);
  return chunk;
}

/** Creates the VP8X header that a file with metadata requires. Returns undefined if the image's size can't be read. */
function makeHeader(bytes: Bytes, { type, data }: Chunk): Bytes | undefined {
  const size = readImageHeader(bytes);
  if (!size) return undefined;
  const header = new Uint8Array(10);
  const view = viewOf(header);
  if (type === "VP8L" && ((data[4] ?? 0) & 0x10) !== 0) header[0] = alphaFlag;
  view.setUint16(4, size.width - 1, true);
  view.setUint16(7, size.height - 1, true);
  return header;
}

/** Removes the `Exif` prefix, which belongs only in JPEG files but which some programs also write to WebP files. */
const withoutPrefix = (data: Bytes): Bytes =>
  latin1Text(data, 0, 4) === "Exif" ? data.subarray(6) : data;

export function readWebpText(bytes: Bytes, budget: TextBudget): readonly string[] {
  const { chunks } = readChunks(bytes);
  const dataOf = (wanted: string) =>
    chunks.filter(({ type }) => type === wanted).map(({ data }) => data);
  return [
    ...dataOf("EXIF").flatMap((data) => readExif(withoutPrefix(data), budget)),
    ...dataOf("XMP ")
      .filter(({ length }) => spend(budget, length))
      .flatMap((data) => readXmp(decodeText(data))),
  ];
}

/** Returns a copy of a file with a metadata chunk, replacing an old one, or undefined if the file is damaged. */
function writeChunk(bytes: Bytes, type: "EXIF" | "XMP ", data: Bytes): Bytes | undefined {
  const { chunks, isComplete } = readChunks(bytes);
  const [first] = chunks;
  if (!isComplete || !first) return undefined;
  const isExtended = first.type === "VP8X";
  const header = isExtended ? first.data.slice() : makeHeader(bytes, first);
  if (!header || header.length < 10) return undefined;
  header[0] = (header[0] ?? 0) | flags[type];
  const kept = chunks.filter((chunk) => chunk.type !== type && !(isExtended && chunk === first));
  const file = joinBytes(
    bytes.subarray(0, 12),
    makeChunk("VP8X", header),
    ...copyChunks(bytes, kept),
    makeChunk(type, data),
  );
  viewOf(file).setUint32(4, file.length - 8, true);
  return file;
}

/** Returns a copy of a file with text as EXIF, or undefined if the file already has other EXIF data or is damaged. */
export function writeWebpText(bytes: Bytes, text: string): Bytes | undefined {
  const old = readChunks(bytes).chunks.find(({ type }) => type === "EXIF");
  if (old && !isOnlyComment(withoutPrefix(old.data))) return undefined;
  return writeChunk(bytes, "EXIF", makeExif(text));
}

export function readWebpXmp(bytes: Bytes, budget: TextBudget): string | undefined {
  const data = readChunks(bytes).chunks.find(({ type }) => type === "XMP ")?.data;
  return data && spend(budget, data.length) ? decodeText(data) : undefined;
}

export const writeWebpXmp = (bytes: Bytes, xmp: string): Bytes | undefined =>
  writeChunk(bytes, "XMP ", new TextEncoder().encode(xmp));
