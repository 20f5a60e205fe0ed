/** Returns whether an environment variable is unset, blank, or an interpolated "undefined" or "null". */
export function isAbsent(value: unknown): boolean {
  if (typeof value === "string") return /^\s*(undefined|null)?\s*$/.test(value);
  return value === undefined || value === null;
}
