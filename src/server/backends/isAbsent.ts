/**
 * Returns whether a setting from the environment is missing: unset, blank, or what an unset variable becomes in a template
 * string.
 */
export function isAbsent(value: unknown): boolean {
  if (typeof value === "string") return /^\s*(undefined|null)?\s*$/.test(value);
  return value === undefined || value === null;
}
