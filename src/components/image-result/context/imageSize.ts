import type { JobInput } from "../../internals/promptOf.ts";

export interface ImageSize {
  /** In pixels, if the input has it. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Width divided by height; 1 if unknown. */
  readonly ratio: number;
}

const names = { width: ["img_width", "width"], height: ["img_height", "height"] } as const;

/** Returns the expected size of a job's images. */
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
