import type { FieldDescriptor } from "../../../models/describeFields.ts";
import type { SizePair } from "./sizePair.ts";

export interface FieldSize {
  readonly width: number;
  readonly height: number;
}

export interface SizeChoices {
  readonly sizes: readonly (FieldSize & {
    readonly ratio: readonly [across: number, down: number];
  })[];
  readonly free: boolean;
}

/** Maximum number of sizes to offer as one list. Beyond it, separate lists of widths and heights are easier to use. */
const mostChoices = 12;

const ratios = [
  [1, 1],
  [4, 3],
  [3, 4],
  [3, 2],
  [2, 3],
  [16, 9],
  [9, 16],
] as const;

const optionsOf = ({ options = [] }: FieldDescriptor): readonly number[] =>
  options.map(({ value }) => value).filter((value) => typeof value === "number");

/** Returns whether a side accepts values other than its options. A side with limits treats options as suggestions. */
const isFree = (side: FieldDescriptor): boolean =>
  side.options === undefined ||
  side.open ||
  side.min !== undefined ||
  side.max !== undefined ||
  side.slider !== undefined;

function ratioOf(width: number, height: number): readonly [across: number, down: number] {
  let [a, b] = [width, height];
  while (b > 0) [a, b] = [b, a % b];
  return [width / a, height / a];
}

function onStop(wish: number, { slider, step = 8 }: FieldDescriptor): number {
  const { min, max } = slider ?? { min: step, max: Infinity };
  return Math.min(Math.max(Math.round(wish / step) * step, min), max);
}

/** Returns all combinations of the options or, without options, common aspect ratios with about the area of `start`. */
export function sizeChoices({ width, height }: SizePair, start: FieldSize): SizeChoices {
  const free = isFree(width) && isFree(height);
  const listed = optionsOf(width).flatMap((across) =>
    optionsOf(height).map((down) => ({
      width: across,
      height: down,
      ratio: ratioOf(across, down),
    })),
  );
  if (listed.length > mostChoices) return { sizes: [], free };
  if (listed.length > 0 || !width.slider || !height.slider) return { sizes: listed, free };
  const area = start.width * start.height;
  return {
    free,
    sizes: ratios.map(([across, down]) => ({
      width: onStop(Math.sqrt((area * across) / down), width),
      height: onStop(Math.sqrt((area * down) / across), height),
      ratio: [across, down],
    })),
  };
}
