import { isFinalState, type JobState } from "../protocol/jobState.ts";
import type { PollObservations } from "./pollObservations.ts";

/** Polled or pushed state of a job. Times are in milliseconds since the service accepted the job. */
export interface JobObservation {
  readonly state: JobState;
  readonly askedMs: number;
  /** Time when the response arrived. Equals `askedMs` for a pushed status. */
  readonly answeredMs: number;
}

const newestWeight = 0.2;
const maxRoundTripMs = 5_000;

export function smoothed(before: number, now: number): number {
  return before > 0 ? (1 - newestWeight) * before + newestWeight * now : now;
}

/** Adds an observation to a summary, unless the observation is outdated or invalid, or the job has already ended. */
export function addObservation(
  before: PollObservations,
  { state, askedMs, answeredMs }: JobObservation,
): PollObservations {
  const readMs = Math.round((askedMs + answeredMs) / 2);
  const isNews = readMs > before.unfinishedMs && answeredMs >= askedMs && before.endedMs === 0;
  if (!isNews || readMs === Infinity) return before;
  const next: PollObservations = {
    ...before,
    count: before.count + 1,
    roundTripMs:
      answeredMs > askedMs
        ? Math.round(smoothed(before.roundTripMs, Math.min(answeredMs - askedMs, maxRoundTripMs)))
        : before.roundTripMs,
  };
  if (isFinalState(state)) return { ...next, endedMs: readMs, failed: state === "failed" };
  // A stale replica may report `queued` after another replica has reported `processing`.
  const isQueued = state === "queued" && before.processingMs === 0;
  return {
    ...next,
    unfinishedMs: readMs,
    ...(isQueued ? { queuedMs: readMs } : { processingMs: before.processingMs || readMs }),
  };
}
