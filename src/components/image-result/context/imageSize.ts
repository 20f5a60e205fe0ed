import type { JobInput } from "../../internals/promptOf.ts";

export interface ImageSize {
  /** In pixels; the ratio is 1 if unknown. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly ratio: number;
}

const names = { width: ["img_width", "width"], height: ["img_height", "height"] } as const;

export function imageSize(input: JobInput | undefined): ImageSize {
  const read = (side: keyof typeof names): number | undefined => {
    const value = names[side]
      .map((name) => input?.[name])
      .find((entry) => typeof entry === "number");
    return typeof value === "number" && value > 0 ? value : undefined;
  };
  const [width, height] = [read("width"), read("height")];
  return width && height
    ? { width, height, ratio: width / height }
    : { width: undefined, height: undefined, ratio: 1 };
}
