/** Values sent to a model. */
export type JobInput = Readonly<Record<string, unknown>>;

/** The prompt that was sent; blank when there was none. */
export function promptOf(input: JobInput | undefined): string {
  const prompt = input?.["prompt"];
  return typeof prompt === "string" ? prompt : "";
}
