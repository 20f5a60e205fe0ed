export type JobInput = Readonly<Record<string, unknown>>;

export function promptOf(input: JobInput | undefined): string {
  const prompt = input?.["prompt"];
  return typeof prompt === "string" ? prompt : "";
}
