/** Maximum nesting depth. Deeper values could overflow the stack when they're serialized again. */
const maxDepth = 64;

export const isShallow = (value: unknown, levels = maxDepth): boolean =>
  typeof value !== "object" ||
  value === null ||
  (levels > 0 && Object.values(value).every((one) => isShallow(one, levels - 1)));

/** Parses JSON text. Returns undefined if the text is invalid or nested too deeply. */
export function parseStored(text: unknown): unknown {
  try {
    const value: unknown = JSON.parse(String(text));
    return isShallow(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
