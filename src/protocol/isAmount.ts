/**
 * Returns whether a value is a finite number of 0 or more, such as a price or a delay. NaN passes most comparisons.
 */
export function isAmount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
