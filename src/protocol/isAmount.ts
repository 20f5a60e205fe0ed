/** Returns whether a value is a finite number, 0 or more. Checks such as `value < 0` don't detect NaN. */
export function isAmount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
