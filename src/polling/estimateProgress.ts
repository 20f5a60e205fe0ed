import type { LearnedTimes } from "./learnedTimes.ts";
import type { Durations } from "./priorDurations.ts";

export interface ProgressState {
  /** Start time, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly latency?: (Durations & Partial<LearnedTimes>) | undefined;
  /** Current time, in milliseconds since 1970. */
  readonly now: number;
}

export interface ProgressEstimate {
  readonly elapsedMs: number;
  /** Estimated progress, from 0 to less than 1. Never decreases. Undefined if `latency` is unknown. */
  readonly fraction: number | undefined;
  readonly usualSeconds: { readonly from: number; readonly to: number } | undefined;
  /** Whether the job is taking more than twice as long as even slow jobs usually do. An overdue job can still complete. */
  readonly overdue: boolean;
}

/** Time after which a job with unknown `latency` counts as overdue, in milliseconds. */
const unknownOverdueMs = 60_000;

/** An earlier warning would contradict the range of usual durations, which is shown with it. */
const overdueFactor = 2;

/** Progress when a job reaches its typical duration. Progress is linear until then, and later slows down toward 98%. */
const evenShare = 0.8;
const slowingShare = 0.18;
const maxFraction = 0.98;

function fractionAt(elapsedMs: number, typicalMs: number): number {
  const progress = elapsedMs / Math.max(1, typicalMs);
  return progress < 1 ? progress * evenShare : maxFraction - slowingShare * Math.exp(1 - progress);
}

export function estimateProgress({ startedAt, latency, now }: ProgressState): ProgressEstimate {
  const elapsedMs = Math.max(0, now - startedAt);
  const usualSeconds = latency && {
    from: Math.max(1, Math.floor((latency.quickMs ?? latency.typicalMs) / 1000)),
    to: Math.max(1, Math.ceil(latency.slowMs / 1000)),
  };
  return {
    elapsedMs,
    fraction: latency && fractionAt(elapsedMs, latency.typicalMs),
    usualSeconds,
    overdue: elapsedMs > (usualSeconds ? overdueFactor * usualSeconds.to * 1000 : unknownOverdueMs),
  };
}
