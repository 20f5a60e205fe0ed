import { isFinalState, type JobState } from "../protocol/jobState.ts";
import type { JobLooks } from "./jobLooks.ts";

/**
 * A look that was answered with a state. Both moments in milliseconds since the service took the job: the same one when
 * the state was told by itself.
 */
export interface JobLook {
  readonly state: JobState;
  readonly askedMs: number;
  readonly answeredMs: number;
}

/** Smooths round trips: one slow answer says little. */
export function smoothed(before: number, now: number): number {
  return before > 0 ? 0.8 * before + 0.2 * now : now;
}

/**
 * Notes one more look. The state is taken to have been read halfway between question and answer. One that is older than
 * what is known, or has no time, changes nothing; neither does any after the end.
 */
export function addLook(looks: JobLooks, { state, askedMs, answeredMs }: JobLook): JobLooks {
  const readMs = Math.round((askedMs + answeredMs) / 2);
  const isNews = readMs > looks.unfinishedMs && answeredMs >= askedMs && looks.endedMs === 0;
  if (!isNews || readMs === Infinity) return looks;
  const seen: JobLooks = {
    ...looks,
    count: looks.count + 1,
    roundTripMs:
      answeredMs > askedMs
        ? Math.round(smoothed(looks.roundTripMs, Math.min(answeredMs - askedMs, 5_000)))
        : looks.roundTripMs,
  };
  if (isFinalState(state)) return { ...seen, endedMs: readMs, failed: state === "failed" };
  const isQueued = state === "queued" && looks.processingMs === 0;
  return {
    ...seen,
    unfinishedMs: readMs,
    ...(isQueued ? { queuedMs: readMs } : { processingMs: looks.processingMs || readMs }),
  };
}
