import type { JobInput } from "../../internals/promptOf.ts";

const isSide = (value: unknown): value is number => typeof value === "number" && value > 0;

/** Returns the requested size in pixels, and its ratio, which is 1 if the size is unknown. */
export function imageSize(input: JobInput = {}) {
  const width = [input["img_width"], input["width"]].find(isSide);
  const height = [input["img_height"], input["height"]].find(isSide);
  return width && height
    ? { width, height, ratio: width / height }
    : { width: undefined, height: undefined, ratio: 1 };
}
