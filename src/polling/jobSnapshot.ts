import type { EaselError } from "../protocol/EaselError.ts";
import { isFinalState } from "../protocol/jobState.ts";
import type { JobStatus } from "../protocol/wire.ts";
import { addObservation } from "./addObservation.ts";
import { nextPollDelay, type PollState } from "./nextPollDelay.ts";
import type { PollObservations } from "./pollObservations.ts";

/** Immutable record of what polls and pushed events have reported about a job. */
export interface JobSnapshot extends JobStatus {
  /** Time when the service accepted the job, in milliseconds since 1970. If unknown, the time of the first poll. */
  readonly submittedAt: number;
  /** Time when the state was last polled or pushed, in milliseconds since 1970. 0 if unknown. */
  readonly polledAt: number;
  /** Number of consecutive failed polls. */
  readonly misses: number;
  /** Number of consecutive polls that didn't find the job. */
  readonly unknownPolls: number;
  /** Transient error from the latest poll or download. Such an error never ends the job. */
  readonly trouble?: EaselError;
  readonly observations: PollObservations;
}

/** Poll delay after an `unauthorized` error. Polls keep failing until the app's headers include a new token. */
const signedOutMs = 30_000;

/** Timeout of a poll. The handler takes up to 15 seconds, or longer if requests share one poll of the service. */
export const pollTimeoutMs = 30_000;

const minDelayMs = 100;
/** Maximum poll delay. A timer of more than 24 days would fire immediately. */
const maxDelayMs = 3_600_000;

/** Number of `job_not_found` errors in a row after which a job counts as gone. A replica may not have a new job yet. */
const unknownPollsUntilGone = 4;

export function isGone(unknownPolls: number): boolean {
  return unknownPolls >= unknownPollsUntilGone;
}

/** Returns the snapshot updated with a pushed status, or the same snapshot if the status is out of date. */
export function applyStatus(snapshot: JobSnapshot, status: JobStatus): JobSnapshot {
  if (stepOf(status) < stepOf(snapshot)) return snapshot;
  const { submittedAt } = snapshot;
  const polledAt = Date.now();
  const readMs = polledAt - submittedAt;
  const observations = addObservation(snapshot.observations, {
    state: status.state,
    askedMs: readMs,
    answeredMs: readMs,
  });
  return { ...status, submittedAt, polledAt, misses: 0, unknownPolls: 0, observations };
}

const stepOf = ({ state }: JobStatus): number =>
  ({ queued: 0, processing: 1, completed: 2, failed: 2 })[state];

export function laterSnapshot(one: JobSnapshot, other: JobSnapshot): JobSnapshot {
  return stepOf(one) > stepOf(other) ? one : other;
}

const freshMs = 1_000;

/** Returns whether a snapshot is too recent for another poll. False if the clock was set back after the snapshot. */
export function isFresh({ polledAt }: JobSnapshot): boolean {
  const ageMs = Date.now() - polledAt;
  return ageMs >= 0 && ageMs <= freshMs;
}

/** Returns whether to poll immediately when the page becomes visible or the network reconnects. */
export function isPollDue(snapshot: JobSnapshot | undefined): boolean {
  if (!snapshot) return true;
  if (isFinalState(snapshot.state) || isFresh(snapshot)) return false;
  const now = Date.now();
  return now < snapshot.polledAt || (snapshot.trouble?.retryAt ?? snapshot.retryAt ?? 0) <= now;
}

export function snapshotPollDelay(
  snapshot: JobSnapshot,
  about: Pick<PollState, "latency" | "history" | "hidden"> = {},
): number {
  // The system clock may have been set back since the last poll.
  const now = Math.max(Date.now(), snapshot.polledAt);
  const { trouble, retryAt } = snapshot;
  // The handler gives all clients the same retry time, so that one poll of the service can serve them all.
  if (!trouble && retryAt !== undefined && !about.hidden) {
    return Math.min(Math.max(minDelayMs, retryAt - now), maxDelayMs);
  }
  const notBefore = trouble?.code === "unauthorized" ? now + signedOutMs : trouble?.retryAt;
  return nextPollDelay({
    ...about,
    observations: snapshot.observations,
    elapsedMs: now - snapshot.submittedAt,
    errors: snapshot.misses,
    notBeforeMs: (notBefore ?? retryAt ?? now) - now,
  });
}
