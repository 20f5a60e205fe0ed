import { readPictureFacts } from "../protocol/readPictureFacts.ts";

export type PictureFormat = "png" | "jpeg" | "webp" | "gif" | "avif" | "heic";

export interface PictureHead {
  readonly format: PictureFormat;
  /** In pixels, as the file lies: a photo that is turned by its metadata has them the other way round. */
  readonly width?: number;
  readonly height?: number;
  /**
   * It holds more than one still image in sRGB: where it was taken, with what, which way up it is, a color profile, more
   * frames, or the channels of a printer.
   */
  readonly annotated: boolean;
}

/** Bytes with the head of nearly all files. */
const usualHeadBytes = 1_048_576;
/** Bytes in which a head is looked for. */
const mostHeadBytes = 33_554_432;

const latin = new TextDecoder("latin1");

/** A container that says in its first box which of its kinds it is: AVIF and HEIC are told apart by that alone. */
function readBoxes(text: string): Omit<PictureHead, "annotated"> | undefined {
  const [, brands] = /^[^]{4}ftyp([^]{4}[^]{4}(?:[\w ]{4})*)/.exec(text.slice(0, 128)) ?? [];
  if (brands === undefined) return undefined;
  const format = /avi[fs]/.test(brands) ? "avif" : /he[iv][cxms]|mif1|msf1/.test(brands) && "heic";
  if (!format) return undefined;
  // One size for each of its pictures, thumbnails among them: the largest is the one.
  const sizes = Array.from(text.matchAll(/ispe[^]{4}([^]{4})([^]{4})/g), ([, ...sides]) =>
    sides.map((side) => Array.from(side).reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0)),
  );
  const [width, height] = sizes.toSorted(([a = 0], [b = 0]) => b - a)[0] ?? [];
  return width && height ? { format, width, height } : { format };
}

const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8;

/** A JPEG for print has four channels: the header of its frame counts them, and is as long as four are. */
const isForPrint = (text: string): boolean =>
  // oxlint-disable-next-line no-control-regex -- they are numbers
  /\u00FF[\u00C0-\u00C2]\0\u0014[^]{5}\u0004/.test(text);

/** A color profile that isn't sRGB's own, by its name in letters or in wide ones. */
function hasOtherProfile(text: string): boolean {
  const [profile] = /(?:iCCP|ICCP|ICC_PROFILE\0)[^]{0,4096}/.exec(text) ?? [];
  return profile !== undefined && !/sRGB|s\0R\0G\0B/.test(profile);
}

/** What a file is by its first bytes, whatever it is called. Undefined when it is no picture that is known here. */
export function readPictureHead(bytes: Uint8Array): PictureHead | undefined {
  const text = latin.decode(bytes);
  const facts = readPictureFacts(bytes);
  const head = facts
    ? { ...facts, format: facts.type.slice("image/".length) as PictureFormat }
    : readBoxes(text);
  if (!head) return undefined;
  const { format, width, height } = head;
  const annotated =
    /Exif\0|eXIf|EXIF|ns\.adobe\.com\/xap|acTL|ANIM|cICP/.test(text) ||
    hasOtherProfile(text) ||
    (isJpeg(bytes) && isForPrint(text));
  return { format, annotated, ...(width && height ? { width, height } : {}) };
}

/**
 * Reads a file's head. Some cameras and editors put megabytes of metadata before a JPEG's frame: as many as are needed are
 * read, 32 MB at most.
 */
export async function readFileHead(file: Blob): Promise<PictureHead | undefined> {
  for (let length = usualHeadBytes; ; length *= 4) {
    const most = Math.min(length, mostHeadBytes);
    const bytes = new Uint8Array(await file.slice(0, most).arrayBuffer());
    const head = readPictureHead(bytes);
    if (head || !isJpeg(bytes) || bytes.length < length) return head;
  }
}
