import { clamp } from "./clamp.ts";

/** Area of the image in its upright orientation, as fractions of the image's width and height. */
export interface CropArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Limits for an input image. Images are never enlarged. */
export interface ImageLimits {
  /** Maximum length of the longer side, in pixels. */
  readonly maxSide: number;
  readonly maxPixels: number;
  readonly maxBytes: number;
  readonly crop?: CropArea | undefined;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export function planResize({ width, height }: Size, limits: ImageLimits) {
  const { maxSide, maxPixels, crop = { x: 0, y: 0, width: 1, height: 1 } } = limits;
  const x = clamp(Math.round(crop.x * width), 0, width - 1);
  const y = clamp(Math.round(crop.y * height), 0, height - 1);
  const from = {
    x,
    y,
    width: clamp(Math.round(crop.width * width), 1, width - x),
    height: clamp(Math.round(crop.height * height), 1, height - y),
  };
  const scale = Math.min(
    1,
    maxSide / Math.max(from.width, from.height),
    Math.sqrt(maxPixels / (from.width * from.height)),
  );
  const side = (pixels: number): number =>
    Math.max(1, scale === 1 ? pixels : Math.min(maxSide, Math.floor(pixels * scale + 0.001)));
  return { from, to: { width: side(from.width), height: side(from.height) } };
}
