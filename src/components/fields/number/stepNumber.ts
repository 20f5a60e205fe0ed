import type { FieldDescriptor } from "../../../models/describeFields.ts";

export type NumberLimits = Pick<FieldDescriptor, "min" | "max" | "multipleOf">;

const decimals = (value: number): number => {
  const [digits = "", power = "0"] = String(value).split("e");
  return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(power));
};

function add(value: number, change: number): number {
  return Number(
    (value + change).toFixed(Math.min(Math.max(decimals(value), decimals(change)), 15)),
  );
}

export function snapNumber(value: number, { min, max, multipleOf }: NumberLimits): number {
  if (multipleOf === undefined || multipleOf <= 0 || !Number.isFinite(value)) return value;
  const least = min === undefined ? -Infinity : Math.ceil(min / multipleOf);
  const most = max === undefined ? Infinity : Math.floor(max / multipleOf);
  const count = Math.min(Math.max(Math.round(value / multipleOf), least), most);
  return Number((count * multipleOf).toFixed(Math.min(decimals(multipleOf), 15)));
}

export function stepNumber(value: number, change: number, limits: NumberLimits): number {
  const { min = -Infinity, max = Infinity, multipleOf } = limits;
  const within = (next: number): number => Math.min(Math.max(next, min), max);
  if (multipleOf === undefined) return within(add(value, change));
  const snapped = snapNumber(value, { multipleOf });
  const isBeside = snapped !== value && Math.sign(snapped - value) === Math.sign(change);
  return snapNumber(within(isBeside ? snapped : add(snapped, change)), limits);
}
