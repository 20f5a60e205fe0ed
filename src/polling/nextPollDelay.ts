import { bestLook } from "./bestPoll.ts";
import { likelyEnds } from "./estimateCompletion.ts";
import { noLooks, type JobLooks } from "./jobLooks.ts";
import { emptyPollHistory, type PollHistory } from "./pollHistory.ts";
import type { Durations } from "./priorDurations.ts";

export interface PollState {
  /** Time since the service took the job, in milliseconds. */
  readonly elapsedMs: number;
  /** How long runs of this model take, until its history says better; without it a run is taken for one of several seconds. */
  readonly latency?: Durations | undefined;
  /** What this model's earlier jobs taught. */
  readonly history?: PollHistory | undefined;
  /** What was seen of the job; without it, it is taken to be looked at now, and still to run. */
  readonly looks?: JobLooks | undefined;
  /** Asks in a row that came to nothing. */
  readonly errors?: number | undefined;
  /** Nobody is looking at the page. */
  readonly hidden?: boolean | undefined;
  /** The least time to wait, by the handler's word. */
  readonly notBeforeMs?: number | undefined;
  /** From 0 to 1; spreads clients apart after an error. @default Math.random() */
  readonly random?: number | undefined;
}

const usual: Durations = { typicalMs: 6_000, slowMs: 20_000 };
const shortestMs = 100;
const longestMs = 30_000;
/** A word of the handler's or the service's that lies further ahead is a mistake: a record lives no longer. */
const latestMs = 3_600_000;

/** A number that a caller gave, made one that can be reckoned with. */
function within(value: number | undefined, least: number, greatest: number): number {
  return Math.min(greatest, Math.max(least, Number.isNaN(value) ? least : (value ?? least)));
}

function durationsOf({ typicalMs, slowMs }: Durations): Durations {
  const typical = within(typicalMs, 50, latestMs);
  return { typicalMs: typical, slowMs: within(slowMs, typical * 1.1, 2 * latestMs) };
}

/** How long until the look that is worth most, by what is known of the model and seen of the job. */
function plannedDelay(elapsedMs: number, state: PollState): number {
  const history = state.history ?? emptyPollHistory;
  const durations = durationsOf(state.latency ?? usual);
  const looks = state.looks ?? { ...noLooks, unfinishedMs: elapsedMs };
  const after = looks.unfinishedMs;
  const roundTripMs = looks.roundTripMs || history.roundTripMs || 100;
  const { cells, lookBy } = likelyEnds(history, looks, durations);
  const best = bestLook(cells, after, shortestMs + roundTripMs);
  const delay = Math.min(best, lookBy) - roundTripMs / 2 - elapsedMs;
  // Job after job had ended by such a look: they may end long before it.
  if (history.unseen >= 3 && after < best / 2) return delay * 0.6;
  const longest = Math.max(
    ...history.jobs.map(([, to]) => to),
    history.jobs.length > 0 ? 0 : durations.slowMs,
  );
  // Longer than anything known: nobody can tell, so ever slower.
  return after > 1.15 * longest ? Math.min(delay, Math.max(500, elapsedMs * 0.25)) : delay;
}

/**
 * How long to wait before the next look at a job, in milliseconds. One schedule for every caller, pure: looks are placed
 * where completion is likely by the model's history, or by its latency until there is one; further and further apart past
 * that; and spread at random after an error. Asked again before the look, it gives what is left of the wait, where `looks`
 * are given. A decision takes about a tenth of a millisecond at most.
 */
export function nextPollDelay(state: PollState): number {
  const { hidden = false } = state;
  const errors = within(state.errors, 0, 100);
  const elapsedMs = within(state.elapsedMs, 0, 24 * latestMs);
  const random = within(state.random ?? Math.random(), 0, 1);
  const planned =
    errors > 0
      ? 250 + random * Math.min(longestMs, 500 * 2 ** errors)
      : plannedDelay(elapsedMs, state);
  const seen = hidden ? Math.max(5_000, planned * 2) : planned;
  const bounded = within(Math.round(seen), shortestMs, longestMs);
  return Math.max(bounded, within(state.notBeforeMs, 0, latestMs));
}
