import { readPictureFacts } from "../../protocol/index.ts";

export type PictureFormat = "png" | "jpeg" | "webp" | "gif" | "avif" | "heic";

export interface PictureHead {
  readonly format: PictureFormat;
  /** In pixels, as the file lies: a photo that is turned by its metadata has them the other way round. */
  readonly width?: number;
  readonly height?: number;
  /** It says more than its pixels do: where it was taken, with what, or which way up it is. */
  readonly annotated: boolean;
}

/** Enough for what cameras put before the first pixel. */
export const headBytes = 1_048_576;

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

/** What a file is by its first bytes, whatever it is called. Undefined when it is no picture that is known here. */
export function readPictureHead(bytes: Uint8Array): PictureHead | undefined {
  const text = latin.decode(bytes);
  const facts = readPictureFacts(bytes);
  const head = facts
    ? { ...facts, format: facts.type.slice("image/".length) as PictureFormat }
    : readBoxes(text);
  if (!head) return undefined;
  const { format, width, height } = head;
  const annotated = /Exif\0|eXIf|EXIF|ns\.adobe\.com\/xap/.test(text);
  return { format, annotated, ...(width && height ? { width, height } : {}) };
}
