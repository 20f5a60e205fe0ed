import { copyChunks, maxChunks, type Chunk, type Chunks } from "./chunks.ts";
import { decodeText } from "./decodeText.ts";
import { isOnlyComment, makeExif, readExif } from "./exifText.ts";
import { joinBytes, latin1Bytes, latin1Text, viewOf, type Bytes } from "./joinBytes.ts";
import { spend, type TextBudget } from "./textBudget.ts";
import { readXmp } from "./xmpText.ts";

const exifFlag = 0x08;
const alphaFlag = 0x10;

function readChunks(bytes: Bytes): Chunks {
  const chunks: Chunk[] = [];
  const view = viewOf(bytes);
  let start = 12;
  while (start + 8 <= bytes.length) {
    const length = view.getUint32(start + 4, true);
    const dataEnd = start + 8 + length;
    if (dataEnd > bytes.length || chunks.length === maxChunks) return { chunks, isComplete: false };
    // Chunks are padded to an even length.
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

/** Returns the VP8X header that metadata requires. */
function makeHeader({ type, data }: Chunk): Bytes | undefined {
  if (data.length < 10) return undefined;
  const view = viewOf(data);
  let flags = exifFlag;
  let [width, height] = [0, 0];
  if (type === "VP8 ") {
    [width, height] = [view.getUint16(6, true) & 0x3fff, view.getUint16(8, true) & 0x3fff];
  } else if (type === "VP8L") {
    const packed = view.getUint32(1, true);
    [width, height] = [(packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1];
    if ((packed >>> 28) & 1) flags |= alphaFlag;
  }
  if (width === 0 || height === 0) return undefined;
  const header = new Uint8Array(10);
  const headerView = viewOf(header);
  header[0] = flags;
  headerView.setUint16(4, width - 1, true);
  headerView.setUint16(7, height - 1, true);
  return header;
}

/** Some writers add JPEG's `Exif` prefix. */
const withoutPrefix = (data: Bytes): Bytes =>
  latin1Text(data, 0, 4) === "Exif" ? data.subarray(6) : data;

/** Returns texts that may be a recipe: EXIF and XMP. */
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

/** Undefined if the file has other EXIF. */
export function writeWebpText(bytes: Bytes, text: string): Bytes | undefined {
  const { chunks, isComplete } = readChunks(bytes);
  const [first] = chunks;
  const old = chunks.find(({ type }) => type === "EXIF");
  if (!isComplete || !first || (old && !isOnlyComment(withoutPrefix(old.data)))) return undefined;

  const isExtended = first.type === "VP8X" && first.data.length >= 10;
  const header = isExtended ? first.data.slice() : makeHeader(first);
  if (!header) return undefined;
  header[0] = (header[0] ?? 0) | exifFlag;
  const kept = chunks.filter((chunk) => chunk !== old && !(isExtended && chunk === first));
  const file = joinBytes(
    bytes.subarray(0, 12),
    makeChunk("VP8X", header),
    ...copyChunks(bytes, kept),
    makeChunk("EXIF", makeExif(text)),
  );
  viewOf(file).setUint32(4, file.length - 8, true);
  return file;
}
