import { readImageHeader } from "../protocol/readImageHeader.ts";

export type ImageFormat = "png" | "jpeg" | "webp" | "gif" | "avif" | "heic";

export interface ImageInfo {
  readonly format: ImageFormat;
  /** Width of the image in pixels, before any rotation that the metadata specifies. */
  readonly width?: number;
  readonly height?: number;
  /** Whether the file has metadata, a rotation, a non-sRGB color profile, several frames, or CMYK colors. */
  readonly annotated: boolean;
}

const minHeadBytes = 1_048_576;
const maxHeadBytes = 33_554_432;

const latin = new TextDecoder("latin1");

/** Reads the format and size of an AVIF or HEIC file. The formats differ only in the brands in the first box. */
function readBoxes(text: string): Omit<ImageInfo, "annotated"> | undefined {
  const [, brands] = /^[^]{4}ftyp([^]{4}[^]{4}(?:[\w ]{4})*)/.exec(text.slice(0, 128)) ?? [];
  if (brands === undefined) return undefined;
  const format = /avi[fs]/.test(brands) ? "avif" : /he[iv][cxms]|mif1|msf1/.test(brands) && "heic";
  if (!format) return undefined;
  // Thumbnails also have sizes. The largest size is that of the image.
  const sizes = Array.from(text.matchAll(/ispe[^]{4}([^]{4})([^]{4})/g), ([, ...sides]) =>
    sides.map((side) => Array.from(side).reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0)),
  );
  const [width, height] = sizes.toSorted(([a = 0], [b = 0]) => b - a)[0] ?? [];
  return width && height ? { format, width, height } : { format };
}

const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8;

/** Returns whether a JPEG's frame header specifies four channels, which means CMYK. */
const isCmyk = (text: string): boolean =>
  // oxlint-disable-next-line no-control-regex -- the escapes are byte values
  /\u00FF[\u00C0-\u00C2]\0\u0014[^]{5}\u0004/.test(text);

/** Returns whether a file has a color profile other than sRGB. The profile's name is encoded in Latin-1 or UTF-16. */
function hasOtherProfile(text: string): boolean {
  const [profile] = /(?:iCCP|ICCP|ICC_PROFILE\0)[^]{0,4096}/.exec(text) ?? [];
  return profile !== undefined && !/sRGB|s\0R\0G\0B/.test(profile);
}

export function readImageInfo(bytes: Uint8Array): ImageInfo | undefined {
  const text = latin.decode(bytes);
  const header = readImageHeader(bytes);
  const head = header
    ? { ...header, format: header.type.slice("image/".length) as ImageFormat }
    : readBoxes(text);
  if (!head) return undefined;
  const { format, width, height } = head;
  const annotated =
    /Exif\0|eXIf|EXIF|ns\.adobe\.com\/xap|acTL|ANIM|cICP/.test(text) ||
    hasOtherProfile(text) ||
    (isJpeg(bytes) && isCmyk(text));
  return { format, annotated, ...(width && height ? { width, height } : {}) };
}

/** Reads an image's header from the first 32 MB at most, because metadata can precede a JPEG's frame header. */
export async function readFileInfo(file: Blob): Promise<ImageInfo | undefined> {
  for (let length = minHeadBytes; ; length *= 4) {
    const maxBytes = Math.min(length, maxHeadBytes);
    const bytes = new Uint8Array(await file.slice(0, maxBytes).arrayBuffer());
    const head = readImageInfo(bytes);
    if (head || !isJpeg(bytes) || bytes.length < length) return head;
  }
}
