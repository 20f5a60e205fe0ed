import type { JobResult } from "../../../protocol/wire.ts";

const seedText = (seed: unknown): string | undefined =>
  typeof seed === "number" || typeof seed === "string" ? String(seed) : undefined;

/** In all digits: the image's own seed, or the job's. */
export function resultSeed(result: JobResult | undefined, index = 0): string | undefined {
  const { seeds, seed } = result?.body ?? {};
  const each = Array.isArray(seeds) ? seeds : Array.isArray(seed) ? seed : [];
  return seedText(each[index]) ?? seedText(result?.seed ?? seed);
}
