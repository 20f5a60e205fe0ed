export interface PollState {
  /** Time since the service took the job, in milliseconds. */
  readonly elapsedMs: number;
  /** How long runs of this model take; without it a run is taken for one of several seconds. */
  readonly latency?: { readonly typicalMs: number; readonly slowMs: number } | undefined;
  /** Asks in a row that came to nothing. */
  readonly errors?: number | undefined;
  /** Nobody is looking at the page. */
  readonly hidden?: boolean | undefined;
  /** The least time to wait, by the handler's word. */
  readonly notBeforeMs?: number | undefined;
  /** From 0 to 1; spreads clients apart after an error. @default Math.random() */
  readonly random?: number | undefined;
}

const usual = { typicalMs: 6_000, slowMs: 20_000 };
const shortestMs = 100;
const longestMs = 30_000;
/** A word of the handler's or the service's that lies further ahead is a mistake: a record lives no longer. */
const latestMs = 3_600_000;

/** An early look first, where runs that are refused outright end; then where completion is likely; then ever slower. */
function scheduledDelay(elapsedMs: number, { typicalMs, slowMs }: typeof usual): number {
  const early = Math.min(1_500, typicalMs * 0.4);
  if (elapsedMs < early) return early - elapsedMs;
  const likely = typicalMs * 0.7;
  if (elapsedMs < likely * 0.9) return Math.max(likely * 0.5, likely - elapsedMs);
  const step = Math.max(500, typicalMs * 0.12);
  return elapsedMs < slowMs ? step : Math.max(step, elapsedMs * 0.25);
}

/**
 * How long to wait before the next look at a job, in milliseconds. One schedule for every caller, pure: looks are placed
 * where completion is likely, then further and further apart, and spread at random after an error.
 */
export function nextPollDelay(state: PollState): number {
  const { elapsedMs, errors = 0, hidden = false, notBeforeMs = 0 } = state;
  const random = state.random ?? Math.random();
  const planned =
    errors > 0
      ? 250 + random * Math.min(longestMs, 500 * 2 ** errors)
      : scheduledDelay(Math.max(0, elapsedMs), state.latency ?? usual);
  const seen = hidden ? Math.max(5_000, planned * 2) : planned;
  const bounded = Math.min(longestMs, Math.max(shortestMs, Math.round(seen)));
  return Math.max(bounded, Math.min(notBeforeMs, latestMs));
}
