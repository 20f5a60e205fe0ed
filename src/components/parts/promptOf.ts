import type { JobInput } from "../result/ImageResultContext.ts";

/** The prompt that was sent; blank when there was none. */
export function promptOf(input: JobInput | undefined): string {
  const prompt = input?.["prompt"];
  return typeof prompt === "string" ? prompt : "";
}
