/** Returns an input's text for a value; blank unless it is text or a number. */
export function inputText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
