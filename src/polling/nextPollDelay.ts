import { bestPoll } from "./bestPoll.ts";
import { estimateCompletion } from "./estimateCompletion.ts";
import { emptyPollHistory, readPollRecords, type PollHistory } from "./pollHistory.ts";
import { noObservations, type PollObservations } from "./pollObservations.ts";
import type { Durations } from "./priorDurations.ts";

export interface PollState {
  readonly elapsedMs: number;
  /** Expected durations, used until the model has a history. @default 6 s typical, 20 s slow */
  readonly latency?: Durations | undefined;
  readonly history?: PollHistory | undefined;
  /** Observations of the job. @default a single poll just now that found the job pending */
  readonly observations?: PollObservations | undefined;
  /** Number of consecutive failed polls. */
  readonly errors?: number | undefined;
  readonly hidden?: boolean | undefined;
  /** Minimum delay requested by the handler or the service, in milliseconds. */
  readonly notBeforeMs?: number | undefined;
  /** Random number from 0 to 1 that spreads out the clients' polls after an error. @default Math.random() */
  readonly random?: number | undefined;
}

const minDelayMs = 100;
const maxDelayMs = 30_000;
const hourMs = 3_600_000;

const defaultLatency: Durations = { typicalMs: 6_000, slowMs: 20_000 };
const minTypicalMs = 50;
/** Minimum ratio of the slow to the typical duration. Keeps the assumed durations from collapsing to one value. */
const minSlowFactor = 1.1;
const defaultRoundTripMs = 100;

/** Base delay after an error. The first, second, third … error in a row adds a random fraction of 1, 2, 4 … seconds. */
const errorDelayMs = 250;
const errorSpreadMs = 500;

const minHiddenDelayMs = 5_000;
const hiddenFactor = 2;

// The following constants were tuned with `bench/polling.mjs`; see docs/polling.md.

/** If this many job ends in a row may have been detected late, polls before the expected end are sent earlier. */
const unseenJobs = 3;
const unseenFactor = 0.6;
/** If a job takes this many times as long as the longest known job, its poll delay is limited to a share of its age. */
const outlastedFactor = 1.15;
const outlastedShare = 0.25;
const minOutlastedDelayMs = 500;

/** Returns the value limited to a range, or `min` if the value is undefined or NaN. */
function clamp(value: number | undefined, min: number, max: number): number {
  return Math.min(max, Math.max(min, value || min));
}

function clampDurations({ typicalMs, slowMs }: Durations): Durations {
  const typical = clamp(typicalMs, minTypicalMs, hourMs);
  return { typicalMs: typical, slowMs: clamp(slowMs, typical * minSlowFactor, 2 * hourMs) };
}

function plannedDelay(elapsedMs: number, state: PollState): number {
  const history = state.history ?? emptyPollHistory;
  const latency = clampDurations(state.latency ?? defaultLatency);
  const observations = state.observations ?? { ...noObservations, unfinishedMs: elapsedMs };
  const after = observations.unfinishedMs;
  const roundTripMs = observations.roundTripMs || history.roundTripMs || defaultRoundTripMs;
  const { density, pollBy } = estimateCompletion(history, observations, latency);
  const best = bestPoll(density, after, minDelayMs + roundTripMs);
  // The service reads the state half a round trip after the poll is sent, so the poll is sent that much earlier.
  const delay = Math.min(best, pollBy) - roundTripMs / 2 - elapsedMs;
  if (history.unseen >= unseenJobs && after < best / 2) return delay * unseenFactor;
  const longest = Math.max(
    ...readPollRecords(history.jobs).map(({ total }) => total.to),
    history.jobs.length > 0 ? 0 : latency.slowMs,
  );
  return after > outlastedFactor * longest
    ? Math.min(delay, Math.max(minOutlastedDelayMs, elapsedMs * outlastedShare))
    : delay;
}

/** Returns the delay until the next poll, in milliseconds. The computation takes 0.1 ms. See docs/polling.md. */
export function nextPollDelay(state: PollState): number {
  const errors = clamp(state.errors, 0, 100);
  const elapsedMs = clamp(state.elapsedMs, 0, 24 * hourMs);
  const random = clamp(state.random ?? Math.random(), 0, 1);
  const planned =
    errors > 0
      ? errorDelayMs + random * Math.min(maxDelayMs, errorSpreadMs * 2 ** errors)
      : plannedDelay(elapsedMs, state);
  const delay = state.hidden ? Math.max(minHiddenDelayMs, planned * hiddenFactor) : planned;
  return Math.max(
    clamp(Math.round(delay), minDelayMs, maxDelayMs),
    clamp(state.notBeforeMs, 0, hourMs),
  );
}
