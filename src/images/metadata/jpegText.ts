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
const exifOf = ({ data }: Segment): Bytes => data.subarray(exifPrefix.length);

export function readJpegText(bytes: Bytes, budget: TextBudget): readonly string[] {
  const { chunks: segments } = readSegments(bytes);
  const decode = (data: Bytes) => (spend(budget, data.length) ? decodeText(data) : "");
  return [
    ...segments.filter(isExif).flatMap((segment) => readExif(exifOf(segment), budget)),
    ...segments.filter(({ type }) => type === comment).map(({ data }) => decode(data)),
    ...segments
      .filter((segment) => startsWith(segment, xmpPrefix))
      .flatMap(({ data }) => readXmp(decode(data.subarray(xmpPrefix.length)))),
  ];
}

/** Writes text to EXIF, or to a comment if other EXIF exists. Returns undefined for overlong text or a damaged file. */
export function writeJpegText(bytes: Bytes, text: string): Bytes | undefined {
  const { chunks: segments, isComplete } = readSegments(bytes);
  const old = segments.find(isExif);
  const isReplaced = old === undefined || isOnlyComment(exifOf(old));
  const added = isReplaced
    ? makeSegment(app1, joinBytes(latin1Bytes(exifPrefix), makeExif(text)))
    : makeSegment(comment, new TextEncoder().encode(text));
  if (!isComplete || !added) return undefined;
  const [first] = segments;
  const imageStart = segments.at(-1)?.end ?? 2;
  // Older readers require the JFIF header to come first.
  const exifStart = first?.type === app0 ? first.end : 2;
  const position = isReplaced ? exifStart : imageStart;
  const kept = segments.filter((segment) => segment !== old || !isReplaced);
  const before = kept.filter(({ end }) => end <= position);
  const after = kept.filter(({ end }) => end > position);
  return joinBytes(
    bytes.subarray(0, 2),
    ...copyChunks(bytes, before),
    added,
    ...copyChunks(bytes, after),
    bytes.subarray(imageStart),
  );
}
