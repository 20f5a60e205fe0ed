export interface ProgressState {
  /** When the job started, in milliseconds since 1970. */
  readonly startedAt: number;
  /** Usual durations of the model's jobs, in milliseconds. */
  readonly latency?:
    | { readonly quickMs?: number; readonly typicalMs: number; readonly slowMs: number }
    | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface ProgressEstimate {
  readonly elapsedMs: number;
  /** From 0 to less than 1, never decreasing; undefined without `latency`. */
  readonly fraction: number | undefined;
  /** Usual duration in whole seconds. */
  readonly usualSeconds: { readonly from: number; readonly to: number } | undefined;
  /** The job takes longer than slow jobs do. It can still complete. */
  readonly overdue: boolean;
}

/** When a job counts as overdue without `latency`. */
const unknownSlowMs = 60_000;

/** The bar runs evenly to 80 % at the typical duration, then ever slower towards 98 %: only the service reports completion. */
const evenShare = 0.8;
const slowingShare = 0.18;
const maxFraction = 0.98;

function fractionAt(elapsedMs: number, typicalMs: number): number {
  const progress = elapsedMs / Math.max(1, typicalMs);
  return progress < 1 ? progress * evenShare : maxFraction - slowingShare * Math.exp(1 - progress);
}

/** Estimates a job's progress from the usual durations, because the service reports none. */
export function estimateProgress({ startedAt, latency, now }: ProgressState): ProgressEstimate {
  const elapsedMs = Math.max(0, now - startedAt);
  return {
    elapsedMs,
    fraction: latency && fractionAt(elapsedMs, latency.typicalMs),
    usualSeconds: latency && {
      from: Math.max(1, Math.floor((latency.quickMs ?? latency.typicalMs) / 1000)),
      to: Math.max(1, Math.ceil(latency.slowMs / 1000)),
    },
    overdue: elapsedMs > (latency?.slowMs ?? unknownSlowMs),
  };
}
