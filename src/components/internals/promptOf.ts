/** Values sent to a model. */
export type JobInput = Readonly<Record<string, unknown>>;

/** Returns the prompt of an input, or "". */
export function promptOf(input: JobInput | undefined): string {
  const prompt = input?.["prompt"];
  return typeof prompt === "string" ? prompt : "";
}
