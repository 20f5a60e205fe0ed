import { isPending } from "./isPending.ts";
import type { Job } from "./job.ts";

/** Returns the time when the rate limit ends, or 0. Ignores jobs dated in the future because the clock was set back. */
export function limitedUntil(jobs: readonly Job[]): number {
  const times = jobs
    .filter(({ startedAt }) => startedAt <= Date.now())
    .flatMap(({ error, trouble }) => [error, trouble])
    .map((one) => (one?.code === "rate_limited" ? (one.retryAt ?? 0) : 0));
  return Math.max(0, ...times);
}

export const countPending = (jobs: readonly Job[]): number =>
  jobs.filter((job) => !job.detached && isPending(job)).length;
