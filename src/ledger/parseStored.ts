/** Levels of nesting: more than any input or result has would overflow the stack where it is written again. */
const deepest = 64;

export const isShallow = (value: unknown, levels = deepest): boolean =>
  typeof value !== "object" ||
  value === null ||
  (levels > 0 && Object.values(value).every((one) => isShallow(one, levels - 1)));

/** Parses JSON that anything may have written; undefined for what is damaged or nested without end. */
export function parseStored(text: unknown): unknown {
  try {
    const value: unknown = JSON.parse(String(text));
    return isShallow(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
