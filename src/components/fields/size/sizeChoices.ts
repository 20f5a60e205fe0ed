import type { FieldDescriptor } from "../../../models/describeFields.ts";
import type { SizePair } from "./sizePair.ts";

/** Image size in pixels. */
export interface FieldSize {
  readonly width: number;
  readonly height: number;
}

export interface SizeChoices {
  readonly only?: FieldSize;
  readonly sizes: readonly (FieldSize & {
    readonly ratio: readonly [across: number, down: number];
  })[];
  readonly free: boolean;
}

/** Maximum number of width and height combinations to offer. For more, two separate lists are easier to use. */
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

/** Returns whether a side accepts values other than its options. With limits, options are only suggestions. */
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

/** Returns all pairs of the sides' options or, if there are none, common aspect ratios with about `start`'s area. */
export function sizeChoices({ width, height }: SizePair, start: FieldSize): SizeChoices {
  const free = isFree(width) && isFree(height);
  const listed = optionsOf(width).flatMap((across) =>
    optionsOf(height).map((down) => ({
      width: across,
      height: down,
      ratio: ratioOf(across, down),
    })),
  );
  const [only] = listed;
  if (only && listed.length === 1 && !free) return { only, sizes: [], free };
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
