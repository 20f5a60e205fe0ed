import type { JobMetrics } from "../protocol/wire.ts";
import { smoothed } from "./addObservation.ts";
import {
  maxJobs,
  readPollRecords,
  writePollRecord,
  type ObservedJob,
  type PollHistory,
} from "./pollHistory.ts";
import type { PollObservations } from "./pollObservations.ts";
import { middleOf, type Bounds } from "./span.ts";

/** How long the service keeps a job. A longer duration can't be valid. */
const maxJobMs = 3_600_000;
/** Minimum duration of a job. The service's times aren't precise enough for shorter durations. */
const minJobMs = 50;
/** Maximum gap between a duration's bounds. A wider gap means that the page was asleep: no poll delay is that long. */
const maxBoundsMs = 40_000;
/** Latest time at which processing is assumed to start if no poll found the job queued. */
const maxUnseenQueueMs = 300;
/** Tolerance for the service's times, which may differ from polled times because of rounding and clock skew. */
const toleranceShare = 0.05;
const toleranceMs = 200;

const minJobsForChange = 10;
const jobsOfChange = 2;
const changeMargin = 0.03;

/** Factor by which each newer job reduces the weight of an ended job. After 34 jobs, the weight has halved. */
const endedDecay = 0.98;

function reportedMs(seconds = 0): number {
  const ms = seconds * 1_000;
  return ms >= minJobMs && ms < maxJobMs ? ms : 0;
}

const rounded = ({ from, to }: Bounds): Bounds => ({ from: Math.round(from), to: Math.round(to) });

/** Returns a job's durations. Uses the service's times if they are consistent with the polls. */
function observeJob(observations: PollObservations, metrics: JobMetrics | undefined): ObservedJob {
  const { unfinishedMs, queuedMs, processingMs, endedMs } = observations;
  const reportedTotal = reportedMs(metrics?.totalTime);
  const agrees =
    reportedTotal > unfinishedMs * (1 - toleranceShare) - toleranceMs &&
    reportedTotal < endedMs * (1 + toleranceShare) + toleranceMs;
  const total: Bounds =
    reportedTotal > 0 && agrees
      ? { from: reportedTotal, to: reportedTotal }
      : { from: unfinishedMs, to: endedMs };
  const start: Bounds = { from: queuedMs, to: processingMs || endedMs };
  const wasQueued = queuedMs > 0;
  const reported = reportedMs(metrics?.inferenceTime);
  if (reported === 0 || reported > total.to) {
    const latestStart = wasQueued ? start.to : Math.min(start.to, maxUnseenQueueMs);
    return {
      total: rounded(total),
      processing: rounded({
        from: Math.max(minJobMs, total.from - start.to),
        to: Math.max(minJobMs, total.to - start.from),
      }),
      queueMs: Math.round((start.from + latestStart) / 2),
      wasQueued,
    };
  }
  const from = Math.max(total.from, start.from + reported);
  const narrowed = { from, to: Math.max(from, Math.min(total.to, start.to + reported)) };
  return {
    total: rounded(narrowed),
    processing: rounded({ from: reported, to: reported }),
    queueMs: Math.round(Math.max(0, middleOf(narrowed) - reported)),
    wasQueued,
  };
}

function hasChangedSpeed(jobs: readonly ObservedJob[]): boolean {
  if (jobs.length < minJobsForChange) return false;
  const older = jobs.slice(0, -jobsOfChange);
  const newest = jobs.slice(-jobsOfChange);
  const shortest = Math.min(...older.map(({ total }) => total.from));
  const longest = Math.max(...older.map(({ total }) => total.to));
  return (
    newest.every(({ total }) => total.to < (1 - changeMargin) * shortest) ||
    newest.every(({ total }) => total.from > (1 + changeMargin) * longest)
  );
}

/** Adds an ended job to a model's history. Drops older jobs if the model's speed has changed. */
export function learn(
  history: PollHistory,
  observations: PollObservations,
  metrics?: JobMetrics,
): PollHistory {
  const { endedMs, failed, roundTripMs } = observations;
  if (!(endedMs > 0 && endedMs < maxJobMs)) return history;
  const next: PollHistory = {
    ...history,
    roundTripMs:
      roundTripMs > 0
        ? Math.round(smoothed(history.roundTripMs, roundTripMs))
        : history.roundTripMs,
    ended: history.ended * endedDecay + 1,
    failed: history.failed * endedDecay + (failed ? 1 : 0),
  };
  if (failed) return next;
  const job = observeJob(observations, metrics);
  const { from, to } = job.total;
  if (to - from > maxBoundsMs) return next;
  const jobs = [...history.jobs, writePollRecord(job)];
  return {
    ...next,
    unseen: from < to / 2 ? history.unseen + 1 : 0,
    jobs: jobs.slice(hasChangedSpeed(readPollRecords(jobs)) ? -jobsOfChange : -maxJobs),
  };
}
