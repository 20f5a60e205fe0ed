/** Returns whether a value is a finite, nonnegative number. A check such as `value < 0` doesn't catch NaN. */
export function isAmount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
