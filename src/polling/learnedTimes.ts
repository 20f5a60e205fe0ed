import { readPollRecords, type PollHistory } from "./pollHistory.ts";
import type { Durations } from "./priorDurations.ts";
import { middleOf } from "./span.ts";

export interface LearnedTimes extends Durations {
  /** Duration in milliseconds that one job in ten stays below. */
  readonly quickMs: number;
}

const minJobs = 3;
const recentJobs = 20;
/** Minimum ratio of `slowMs` to `typicalMs`, even if all jobs took the same time. */
const minSlowFactor = 1.3;

/** Returns quantiles of recent jobs' durations, or undefined if too few jobs have completed. */
export function learnedTimes({ jobs }: PollHistory): LearnedTimes | undefined {
  const durations = readPollRecords(jobs.slice(-recentJobs))
    .map(({ total }) => middleOf(total))
    .toSorted((a, b) => a - b);
  if (durations.length < minJobs) return undefined;
  const quantile = (share: number): number =>
    Math.round(durations[Math.floor(share * durations.length)] ?? 0);
  const typicalMs = quantile(0.5);
  return {
    quickMs: quantile(0.1),
    typicalMs,
    slowMs: Math.max(quantile(0.95), Math.round(minSlowFactor * typicalMs)),
  };
}
