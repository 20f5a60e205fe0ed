import { readFileInfo, type ImageInfo } from "./readImageInfo.ts";

/** Reason why an image was rejected. `heic` means that the browser can't decode HEIC. */
export type ImageRejection = "not-an-image" | "heic" | "too-many-pixels" | "unreadable";

/** Maximum number of pixels. Each decoded pixel uses four bytes, and phones kill a page that uses half a gigabyte. */
const maxDecodedPixels = 120_000_000;

/** Decodes an image in its upright orientation. The caller closes the bitmap. */
export async function decodeImage(
  file: Blob,
): Promise<
  { readonly bitmap: ImageBitmap; readonly info: ImageInfo } | { readonly refused: ImageRejection }
> {
  const info = await readFileInfo(file);
  if (!info) return { refused: "not-an-image" };
  if ((info.width ?? 0) * (info.height ?? 0) > maxDecodedPixels)
    return { refused: "too-many-pixels" };
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(
    () => undefined,
  );
  return bitmap ? { bitmap, info } : { refused: info.format === "heic" ? "heic" : "unreadable" };
}
