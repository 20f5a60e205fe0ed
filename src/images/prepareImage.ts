import { decodeImage, type ImageRejection } from "./decodeImage.ts";
import { downscale } from "./downscale.ts";
import { planResize, type ImageLimits, type Size } from "./planResize.ts";
import type { Surface } from "./surface.ts";

export interface PreparedImage extends Size {
  /** PNG, JPEG, or WebP file. */
  readonly blob: Blob;
  /** Size of the image in its upright orientation, before cropping and resizing. */
  readonly original: Size & { readonly bytes: number };
}

export type Preparation = { readonly image: PreparedImage } | { readonly refused: ImageRejection };

/** Maximum size of an opaque PNG, in bytes. Keeps most drawings and masks lossless. Larger images become JPEGs. */
export const maxLosslessBytes = 1_500_000;

export function isTransparent({ context }: Surface): boolean {
  const { width, height } = context.canvas;
  const { data } = context.getImageData(0, 0, width, height);
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true;
  return false;
}

async function encode(
  surface: Surface,
  lossless: boolean,
  maxBytes: number,
): Promise<Blob | undefined> {
  const hasAlpha = lossless && isTransparent(surface);
  if (lossless) {
    const png = await surface.encode("image/png", 1);
    if (png.size <= (hasAlpha ? maxBytes : Math.min(maxBytes, maxLosslessBytes))) return png;
  }
  if (hasAlpha) return undefined;
  for (const quality of [0.92, 0.8, 0.65]) {
    const jpeg = await surface.encode("image/jpeg", quality);
    if (jpeg.size <= maxBytes) return jpeg;
  }
  return undefined;
}

/** Converts an image to sRGB, resizes it, and removes metadata, if needed. Never rejects. Failures are in `refused`. */
export async function prepareImage(file: Blob, limits: ImageLimits): Promise<Preparation> {
  let bitmap: ImageBitmap | undefined;
  try {
    const decoded = await decodeImage(file);
    if ("refused" in decoded) return decoded;
    ({ bitmap } = decoded);
    const { width, height } = bitmap;
    const original = { width, height, bytes: file.size };
    const { format, annotated } = decoded.info;
    const isSendable = /^(png|jpeg|webp)$/.test(format);
    const { to } = planResize(bitmap, limits);
    const isUnchanged = to.width === width && to.height === height;
    if (isUnchanged && isSendable && !annotated && file.size <= limits.maxBytes) {
      const blob = new Blob([file], { type: `image/${format}` });
      return { image: { blob, width, height, original } };
    }

    for (let reduced = limits; ; reduced = { ...reduced, maxSide: reduced.maxSide * 0.75 }) {
      const plan = planResize(bitmap, reduced);
      const surface = downscale(bitmap, plan);
      const blob = await encode(surface, format !== "jpeg" && format !== "heic", limits.maxBytes);
      if (blob) return { image: { blob, ...plan.to, original } };
      if (reduced.maxSide < 64) return { refused: "unreadable" };
    }
  } catch {
    return { refused: "unreadable" };
  } finally {
    bitmap?.close();
  }
}
