import type { JobMetrics } from "../protocol/wire.ts";
import { smoothed } from "./addLook.ts";
import type { JobLooks } from "./jobLooks.ts";
import type { PollHistory, PollRecord } from "./pollHistory.ts";
import { mostJobs } from "./readPollHistory.ts";

/** Past this nothing is learned: no record at the service lives longer. */
const longestMs = 3_600_000;
/** Wider than any wait of the schedule: the page slept, and the bounds say next to nothing. */
const widestMs = 40_000;

/** A time that the service gives, in milliseconds; 0 when it gives none that can be. */
function toldMs(seconds = 0): number {
  const told = seconds * 1_000;
  return told >= 50 && told < longestMs ? told : 0;
}

/** The bounds that looks set, drawn closer by the times that the service gives, where these agree with what was seen. */
function recordOf(looks: JobLooks, metrics: JobMetrics | undefined): PollRecord {
  const { unfinishedMs, queuedMs, processingMs, endedMs } = looks;
  const told = toldMs(metrics?.totalTime);
  const agrees = told > unfinishedMs * 0.95 - 200 && told < endedMs * 1.05 + 200;
  const total = told > 0 && agrees ? ([told, told] as const) : ([unfinishedMs, endedMs] as const);
  const start = [queuedMs, processingMs || endedMs] as const;
  const run = toldMs(metrics?.inferenceTime);
  const seenQueued = queuedMs > 0 ? 1 : 0;
  // Nobody saw it queued: then it hardly was.
  const lastStart = seenQueued ? start[1] : Math.min(start[1], 300);
  if (run === 0 || run > total[1]) {
    const work = [Math.max(50, total[0] - start[1]), Math.max(50, total[1] - start[0])] as const;
    return [...total, ...work, (start[0] + lastStart) / 2, seenQueued];
  }
  const from = Math.max(total[0], start[0] + run);
  const to = Math.max(from, Math.min(total[1], start[1] + run));
  return [from, to, run, run, Math.max(0, (from + to) / 2 - run), seenQueued];
}

/** The service runs at another speed when the two newest jobs both lie outside of all before them, on the same side. */
function sinceChange(jobs: readonly PollRecord[]): readonly PollRecord[] {
  if (jobs.length < 10) return jobs.slice(-mostJobs);
  const older = jobs.slice(0, -2);
  const newest = jobs.slice(-2);
  const shortest = Math.min(...older.map(([from]) => from));
  const longest = Math.max(...older.map(([, to]) => to));
  const changed =
    newest.every(([, to]) => to < 0.97 * shortest) ||
    newest.every(([from]) => from > 1.03 * longest);
  return changed ? newest : jobs.slice(-mostJobs);
}

/**
 * What is known after one more job of the model has ended. Runs that failed teach how often to look early, not how long
 * runs take. Pure; looks at a job that still runs change nothing.
 *
 * @param metrics The service's own times for the job. With them fewer jobs are needed to know a model well.
 */
export function learn(history: PollHistory, looks: JobLooks, metrics?: JobMetrics): PollHistory {
  const { endedMs, failed } = looks;
  if (!(endedMs > 0 && endedMs < longestMs)) return history;
  const { roundTripMs } = looks;
  const next: PollHistory = {
    ...history,
    roundTripMs:
      roundTripMs > 0
        ? Math.round(smoothed(history.roundTripMs, roundTripMs))
        : history.roundTripMs,
    ended: history.ended * 0.98 + 1,
    failed: history.failed * 0.98 + (failed ? 1 : 0),
  };
  if (failed) return next;
  const record = recordOf(looks, metrics).map(Math.round) as unknown as PollRecord;
  const unseen = record[0] < record[1] / 2 ? history.unseen + 1 : 0;
  return record[1] - record[0] > widestMs
    ? next
    : { ...next, unseen, jobs: sinceChange([...history.jobs, record]) };
}
