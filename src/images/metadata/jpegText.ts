import { decodeText } from "./decodeText.ts";
import { isOnlyComment, makeExif, readExif } from "./exifText.ts";
import { joinBytes, letters, lettersAt, viewOf, type Bytes } from "./joinBytes.ts";
import { mostChunks, spend, type TextBudget } from "./textBudget.ts";
import { readXmp } from "./xmpText.ts";

const app0 = 0xe0;
const app1 = 0xe1;
const comment = 0xfe;
const startOfScan = 0xda;
const exifMark = "Exif\0\0";
const xmpMark = "http://ns.adobe.com/xap/1.0/\0";
/** The two length bytes count themselves. */
const longestData = 0xffff - 2;

interface Segment {
  readonly kind: number;
  readonly start: number;
  readonly end: number;
  readonly data: Bytes;
}

interface Segments {
  readonly segments: readonly Segment[];
  /** Reaches the image data. */
  readonly isWhole: boolean;
}

function readSegments(bytes: Bytes): Segments {
  const segments: Segment[] = [];
  const view = viewOf(bytes);
  let start = 2;
  while (start + 4 <= bytes.length && segments.length < mostChunks) {
    const kind = bytes[start + 1] ?? 0;
    if (bytes[start] !== 0xff) break;
    if (kind === startOfScan) return { segments, isWhole: true };
    if (kind === 0xff) {
      start += 1;
      continue;
    }
    const end = start + 2 + view.getUint16(start + 2);
    if (end > bytes.length || end < start + 4) break;
    segments.push({ kind, start, end, data: bytes.subarray(start + 4, end) });
    start = end;
  }
  return { segments, isWhole: false };
}

function makeSegment(kind: number, data: Bytes): Bytes | undefined {
  if (data.length > longestData) return undefined;
  const head = Uint8Array.of(0xff, kind, 0, 0);
  viewOf(head).setUint16(2, data.length + 2);
  return joinBytes(head, data);
}

const isExif = ({ kind, data }: Segment): boolean =>
  kind === app1 && lettersAt(data, 0, exifMark.length) === exifMark;
const exifOf = ({ data }: Segment): Bytes => data.subarray(exifMark.length);

const isXmp = ({ kind, data }: Segment): boolean =>
  kind === app1 && lettersAt(data, 0, xmpMark.length) === xmpMark;

/** Returns texts that may be a recipe: EXIF, comments, XMP. */
export function readJpegText(bytes: Bytes, budget: TextBudget): readonly string[] {
  const { segments } = readSegments(bytes);
  const plain = (data: Bytes) => (spend(budget, data.length) ? decodeText(data) : "");
  return [
    ...segments.filter(isExif).flatMap((segment) => readExif(exifOf(segment), budget)),
    ...segments.filter(({ kind }) => kind === comment).map(({ data }) => plain(data)),
    ...segments.filter(isXmp).flatMap(({ data }) => readXmp(plain(data.subarray(xmpMark.length)))),
  ];
}

/**
 * Writes the EXIF comment, or a JPEG comment beside a camera's EXIF. Undefined if the recipe
 * exceeds one segment.
 */
export function writeJpegText(bytes: Bytes, text: string): Bytes | undefined {
  const { segments, isWhole } = readSegments(bytes);
  const old = segments.find(isExif);
  const isReplaced = old === undefined || isOnlyComment(exifOf(old));
  const segment = isReplaced
    ? makeSegment(app1, joinBytes(letters(exifMark), makeExif(text)))
    : makeSegment(comment, new TextEncoder().encode(text));
  if (!isWhole || !segment) return undefined;
  const [first] = segments;
  const pictureAt = segments.at(-1)?.end ?? 2;
  // Old readers need the JFIF header first.
  const ownPlace = first?.kind === app0 ? first.end : 2;
  const place = isReplaced ? ownPlace : pictureAt;
  const kept = segments.filter((one) => one !== old || !isReplaced);
  const copy = ({ start, end }: Segment) => bytes.subarray(start, end);
  return joinBytes(
    bytes.subarray(0, 2),
    ...kept.filter(({ end }) => end <= place).map(copy),
    segment,
    ...kept.filter(({ end }) => end > place).map(copy),
    bytes.subarray(pictureAt),
  );
}
