/** What a text input shows of a field's value: what is no text and no number shows as blank. */
export function inputText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
