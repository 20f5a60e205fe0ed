import type { JobInput } from "../../internals/promptOf.ts";

export interface ImageSize {
  /** In pixels; the ratio is 1 if unknown. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly ratio: number;
}

const isSide = (value: unknown): value is number => typeof value === "number" && value > 0;

export function imageSize(input: JobInput = {}): ImageSize {
  const width = [input["img_width"], input["width"]].find(isSide);
  const height = [input["img_height"], input["height"]].find(isSide);
  return width && height
    ? { width, height, ratio: width / height }
    : { width: undefined, height: undefined, ratio: 1 };
}
