import type { JobInput } from "../../internals/promptOf.ts";

export interface ImageSize {
  /** In pixels; undefined when the input does not say. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Width by height; a square where nothing is known. */
  readonly ratio: number;
}

const names = { width: ["img_width", "width"], height: ["img_height", "height"] } as const;

/** How large the pictures of a run will be, by what was sent. */
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
