/** Finite, 0 or more. NaN passes most comparisons. */
export function isAmount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
