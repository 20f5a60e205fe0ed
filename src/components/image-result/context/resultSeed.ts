import type { JobResult } from "../../../protocol/wire.ts";

const seedText = (seed: unknown): string | undefined =>
  typeof seed === "number" || typeof seed === "string" ? String(seed) : undefined;

/** Returns the seed of an image or, if it has none, of the job. Returns a string, because a number can be inexact. */
export function resultSeed(result: JobResult | undefined, index = 0): string | undefined {
  const { seeds, seed } = result?.body ?? {};
  const each = Array.isArray(seeds) ? seeds : Array.isArray(seed) ? seed : [];
  return seedText(each[index]) ?? seedText(result?.seed ?? seed);
}
