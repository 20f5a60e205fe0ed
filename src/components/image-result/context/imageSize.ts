import type { JobInput } from "../../internals/promptOf.ts";

const isSide = (value: unknown): value is number => typeof value === "number" && value > 0;

/** Returns the requested width and height in pixels, and their ratio. If the size is unknown, the ratio is 1. */
export function imageSize(input: JobInput = {}) {
  const width = [input["img_width"], input["width"]].find(isSide);
  const height = [input["img_height"], input["height"]].find(isSide);
  return width && height
    ? { width, height, ratio: width / height }
    : { width: undefined, height: undefined, ratio: 1 };
}
