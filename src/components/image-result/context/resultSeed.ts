import type { JobResult } from "../../../protocol/wire.ts";

const seedText = (seed: unknown): string | undefined =>
  typeof seed === "number" || typeof seed === "string" ? String(seed) : undefined;

/** Returns the seed of an image or, if it has none, of the job. Returns a string, because a number can be inexact. */
export function resultSeed(result: JobResult | undefined, index = 0): string | undefined {
  const { seeds, seed } = result?.body ?? {};
  const each = Array.isArray(seeds) ? seeds : Array.isArray(seed) ? seed : [];
  return seedText(each[index]) ?? seedText(result?.seed ?? seed);
}

/** Returns the seed of one image. Returns undefined if the service reports only the seed of a batch. */
export function imageSeed(result: JobResult | undefined, index: number): string | undefined {
  const { seeds, seed } = result?.body ?? {};
  const isOwn = result?.images.length === 1 || Array.isArray(seeds) || Array.isArray(seed);
  return isOwn ? resultSeed(result, index) : undefined;
}
