import type { JobResult } from "../../../protocol/wire.ts";

const seedText = (seed: unknown): string | undefined =>
  typeof seed === "number" || typeof seed === "string" ? String(seed) : undefined;

/** The seed of one picture, in all its digits: its own where the service tells one for each, else the run's. */
export function resultSeed(result: JobResult | undefined, index = 0): string | undefined {
  const { seeds, seed } = result?.body ?? {};
  const each = Array.isArray(seeds) ? seeds : Array.isArray(seed) ? seed : [];
  return seedText(each[index]) ?? seedText(result?.seed ?? seed);
}
