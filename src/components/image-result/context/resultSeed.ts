import type { JobResult } from "../../../protocol/wire.ts";

const seedText = (seed: unknown): string | undefined =>
  typeof seed === "number" || typeof seed === "string" ? String(seed) : undefined;

/** Returns an image's seed, or the job's seed if the image has none. Returns text, because a number can be inexact. */
export function resultSeed(result: JobResult | undefined, index = 0): string | undefined {
  const { seeds, seed } = result?.body ?? {};
  const each = Array.isArray(seeds) ? seeds : Array.isArray(seed) ? seed : [];
  return seedText(each[index]) ?? seedText(result?.seed ?? seed);
}
