import { copyChunks, maxChunks, type Chunk, type Chunks } from "./chunks.ts";
import { decodeText } from "./decodeText.ts";
import { isOnlyComment, makeExif, readExif } from "./exifText.ts";
import { joinBytes, latin1Bytes, latin1Text, viewOf, type Bytes } from "./joinBytes.ts";
import { spend, type TextBudget } from "./textBudget.ts";
import { readXmp } from "./xmpText.ts";

const app0 = 0xe0;
const app1 = 0xe1;
const comment = 0xfe;
const startOfScan = 0xda;
const exifPrefix = "Exif\0\0";
const xmpPrefix = "http://ns.adobe.com/xap/1.0/\0";
/** Maximum size of a segment's data, in bytes. The length field in a segment's header counts its own two bytes. */
const maxDataBytes = 0xffff - 2;

type Segment = Chunk<number>;

function readSegments(bytes: Bytes): Chunks<number> {
  const segments: Segment[] = [];
  const view = viewOf(bytes);
  let start = 2;
  while (start + 4 <= bytes.length && segments.length < maxChunks) {
    const type = bytes[start + 1] ?? 0;
    if (bytes[start] !== 0xff) break;
    if (type === startOfScan) return { chunks: segments, isComplete: true };
    if (type === 0xff) {
      start += 1;
      continue;
    }
    const end = start + 2 + view.getUint16(start + 2);
    if (end > bytes.length || end < start + 4) break;
    segments.push({ type, start, end, data: bytes.subarray(start + 4, end) });
    start = end;
  }
  return { chunks: segments, isComplete: false };
}

function makeSegment(type: number, data: Bytes): Bytes | undefined {
  if (data.length > maxDataBytes) return undefined;
  const head = Uint8Array.of(0xff, type, 0, 0);
  viewOf(head).setUint16(2, data.length + 2);
  return joinBytes(head, data);
}

const startsWith = ({ type, data }: Segment, prefix: string): boolean =>
  type === app1 && latin1Text(data, 0, prefix.length) === prefix;

const isExif = (segment: Segment): boolean => startsWith(segment, exifPrefix);
const isXmp = (segment: Segment): boolean => startsWith(segment, xmpPrefix);
const exifOf = ({ data }: Segment): Bytes => data.subarray(exifPrefix.length);

export function readJpegText(bytes: Bytes, budget: TextBudget): readonly string[] {
  const { chunks: segments } = readSegments(bytes);
  const decode = (data: Bytes) => (spend(budget, data.length) ? decodeText(data) : "");
  return [
    ...segments.filter(isExif).flatMap((segment) => readExif(exifOf(segment), budget)),
    ...segments.filter(({ type }) => type === comment).map(({ data }) => decode(data)),
    ...segments
      .filter(isXmp)
      .flatMap(({ data }) => readXmp(decode(data.subarray(xmpPrefix.length)))),
  ];
}

/**
 * Returns a copy of a file with an added segment, in place of an old one if given. Returns undefined if the file is
 * damaged.
 */
function insertSegment(
  bytes: Bytes,
  { chunks: segments, isComplete }: Chunks<number>,
  added: Bytes | undefined,
  { old, position }: { readonly old: Segment | undefined; readonly position: number },
): Bytes | undefined {
  if (!isComplete || !added) return undefined;
  const kept = segments.filter((segment) => segment !== old);
  const before = kept.filter(({ end }) => end <= position);
  const after = kept.filter(({ end }) => end > position);
  return joinBytes(
    bytes.subarray(0, 2),
    ...copyChunks(bytes, before),
    added,
    ...copyChunks(bytes, after),
    bytes.subarray(imageStart(segments)),
  );
}

const imageStart = (segments: readonly Segment[]): number => segments.at(-1)?.end ?? 2;
/** Returns the position of the first metadata segment. Older readers require the JFIF header to come first. */
const metadataStart = ([first]: readonly Segment[]): number =>
  first?.type === app0 ? first.end : 2;

/** Writes text to EXIF, or to a comment if other EXIF exists. Returns undefined for overlong text or a damaged file. */
export function writeJpegText(bytes: Bytes, text: string): Bytes | undefined {
  const file = readSegments(bytes);
  const { chunks: segments } = file;
  const old = segments.find(isExif);
  if (old && !isOnlyComment(exifOf(old))) {
    const added = makeSegment(comment, new TextEncoder().encode(text));
    return insertSegment(bytes, file, added, { old: undefined, position: imageStart(segments) });
  }
  const added = makeSegment(app1, joinBytes(latin1Bytes(exifPrefix), makeExif(text)));
  return insertSegment(bytes, file, added, { old, position: metadataStart(segments) });
}

export function readJpegXmp(bytes: Bytes, budget: TextBudget): string | undefined {
  const data = readSegments(bytes).chunks.find(isXmp)?.data.subarray(xmpPrefix.length);
  return data && spend(budget, data.length) ? decodeText(data) : undefined;
}

export function writeJpegXmp(bytes: Bytes, xmp: string): Bytes | undefined {
  const file = readSegments(bytes);
  const { chunks: segments } = file;
  const old = segments.find(isXmp);
  const exif = segments.find(isExif);
  const position = old?.end ?? exif?.end ?? metadataStart(segments);
  const added = makeSegment(app1, joinBytes(latin1Bytes(xmpPrefix), new TextEncoder().encode(xmp)));
  return insertSegment(bytes, file, added, { old, position });
}
