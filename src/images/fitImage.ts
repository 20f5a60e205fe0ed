import { decodeImage, type ImageRejection } from "./decodeImage.ts";
import { downscale } from "./downscale.ts";
import { planResize, type CropArea, type Size } from "./planResize.ts";
import { isTransparent, maxLosslessBytes, type PreparedImage } from "./prepareImage.ts";
import type { ImageType, Surface } from "./surface.ts";

/** Requirements for an output image, such as those of an app's form field. */
export interface ImageTarget {
  /** Exact size in pixels. A smaller image is enlarged. @default the size of the crop area */
  readonly size?: Size | undefined;
  readonly crop?: CropArea | undefined;
  readonly types: readonly ImageType[];
  readonly maxBytes: number;
}

export type FittedImage =
  | { readonly image: PreparedImage }
  | { readonly refused: ImageRejection | "too-many-bytes" };

/** Minimum scale to which an image without a required size is shrunk to fit `maxBytes`. */
const minScale = 0.1;

/** Paints white behind an image, because transparent pixels become black in a JPEG. */
function flatten({ context }: Surface): void {
  context.globalCompositeOperation = "destination-over";
  context.fillStyle = "#fff";
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
}

/** Types from most to least preferred. Only PNG and WebP keep transparency. */
const preferred = {
  transparent: ["image/png", "image/webp", "image/jpeg"],
  lossless: ["image/png", "image/jpeg", "image/webp"],
  lossy: ["image/jpeg", "image/webp", "image/png"],
} as const;

/** Encodes an image as the first of the target's types that fits. */
async function encode(
  surface: Surface,
  { types, maxBytes }: ImageTarget,
  isLossless: boolean,
): Promise<Blob | undefined> {
  const hasAlpha = isTransparent(surface);
  const order = preferred[hasAlpha ? "transparent" : isLossless ? "lossless" : "lossy"];
  const attempts = order
    .filter((type) => types.includes(type))
    .flatMap((type) =>
      (type === "image/png" ? [1] : [0.92, 0.8, 0.65, 0.5]).map((quality) => ({ type, quality })),
    );
  for (const { type, quality } of attempts) {
    if (type === "image/jpeg" && hasAlpha) flatten(surface);
    // oxlint-disable-next-line eslint/no-await-in-loop -- stops at the first type that fits
    const blob = await surface.encode(type, quality);
    const isLargePng = type === "image/png" && types.length > 1 && blob.size > maxLosslessBytes;
    if (blob.type !== type || blob.size > maxBytes || (isLargePng && !hasAlpha)) continue;
    return blob;
  }
  return undefined;
}

/** Crops, resizes, and encodes an image for a target. Removes metadata. Never rejects. Failures are in `refused`. */
export async function fitImage(file: Blob, target: ImageTarget): Promise<FittedImage> {
  let bitmap: ImageBitmap | undefined;
  try {
    const decoded = await decodeImage(file);
    if ("refused" in decoded) return decoded;
    ({ bitmap } = decoded);
    const { format, annotated } = decoded.info;
    const { width, height } = bitmap;
    const original = { width, height, bytes: file.size };
    const { maxBytes, size, crop } = target;
    const { from } = planResize(bitmap, {
      crop,
      maxBytes,
      maxSide: Infinity,
      maxPixels: Infinity,
    });
    const isWhole = from.width === width && from.height === height;
    const isSize = !size || (size.width === width && size.height === height);
    const type = target.types.find((one) => one === `image/${format}`);
    if (isWhole && isSize && type && !annotated && file.size <= maxBytes) {
      return { image: { blob: new Blob([file], { type }), width, height, original } };
    }

    for (let scale = 1; scale >= minScale; scale *= 0.75) {
      const to = size ?? {
        width: Math.max(1, Math.round(from.width * scale)),
        height: Math.max(1, Math.round(from.height * scale)),
      };
      // oxlint-disable-next-line eslint/no-await-in-loop -- stops at the first size that fits
      const blob = await encode(downscale(bitmap, { from, to }), target, format === "png");
      if (blob) return { image: { blob, ...to, original } };
      if (size) break;
    }
    return { refused: "too-many-bytes" };
  } catch {
    return { refused: "unreadable" };
  } finally {
    bitmap?.close();
  }
}
