export interface ProgressState {
  /** When the run began, in milliseconds since 1970. */
  readonly startedAt: number;
  /** How long runs of this model take, in milliseconds. */
  readonly latency?:
    | { readonly quickMs?: number; readonly typicalMs: number; readonly slowMs: number }
    | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface ProgressEstimate {
  readonly elapsedMs: number;
  /** From 0 to less than 1, never going back in time; undefined when nobody knows how long such runs take. */
  readonly fraction: number | undefined;
  /** What such runs usually take, in whole seconds. */
  readonly usualSeconds: { readonly from: number; readonly to: number } | undefined;
  /** It takes longer than such runs do. That says nothing about how it will end. */
  readonly overdue: boolean;
}

/** What is taken for long where nothing is known. */
const unknownSlowMs = 60_000;

/** Even in time up to the typical end, then ever slower towards 0.98: only the service can say that a run is done. */
function fractionAt(elapsedMs: number, typicalMs: number): number {
  const share = elapsedMs / Math.max(1, typicalMs);
  return share < 1 ? share * 0.8 : 0.98 - 0.18 * Math.exp(1 - share);
}

/**
 * How far a run may have come by now. A guess from how long such runs take, since the service tells nothing of a run's
 * progress.
 */
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
