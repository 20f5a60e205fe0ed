import type { PollHistory } from "./pollHistory.ts";

/** How long runs took, in milliseconds: one in ten less than the quick, half less than the typical, hardly any more than the slow. */
export interface LearnedTimes {
  readonly quickMs: number;
  readonly typicalMs: number;
  readonly slowMs: number;
}

/** Fewer say nothing of a spread. */
const fewest = 3;
/** Newer runs say more of the next one. */
const newest = 20;

/** How long a model's runs take, by what its history has seen; undefined as long as that is too little. */
export function learnedTimes({ jobs }: PollHistory): LearnedTimes | undefined {
  const lasted = jobs
    .slice(-newest)
    .map(([from, to]) => (from + to) / 2)
    .toSorted((a, b) => a - b);
  if (lasted.length < fewest) return undefined;
  const at = (share: number): number =>
    Math.round(lasted[Math.min(lasted.length - 1, Math.floor(share * lasted.length))] ?? 0);
  const typicalMs = at(0.5);
  // Runs that are much alike still differ: a moment more than ever is not long.
  return { quickMs: at(0.1), typicalMs, slowMs: Math.max(at(0.95), Math.round(1.3 * typicalMs)) };
}
