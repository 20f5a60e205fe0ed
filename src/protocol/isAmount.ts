/** Returns whether a value is a finite number of at least 0. Checks such as `value < 0` don't detect NaN. */
export function isAmount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
