import type { EaselError } from "../protocol/EaselError.ts";
import { isFinalState } from "../protocol/jobState.ts";
import type { JobStatus } from "../protocol/wire.ts";
import { addLook } from "./addLook.ts";
import type { JobLooks } from "./jobLooks.ts";
import { nextPollDelay, type PollState } from "./nextPollDelay.ts";

/** What is known of a job from here. Made anew by each look at it; never changed. */
export interface JobWatch extends JobStatus {
  /** When the service took the job, or when it was first looked at, in milliseconds since 1970. */
  readonly submittedAt: number;
  /**
   * When it was last polled or reported its state, in milliseconds since 1970; 0 where that is unknown. `retryAt` counts
   * from here: the system's time may have been set back since.
   */
  readonly lookedAt: number;
  /** Looks in a row that came to nothing. */
  readonly misses: number;
  /** How many of these, the newest ones, said that the job is unknown. */
  readonly unknownLooks: number;
  /** Why the last look came to nothing. It never ends the job. */
  readonly trouble?: EaselError;
  /** When it was seen in which state, for the schedule. */
  readonly looks: JobLooks;
}

/** Where the user is no longer signed in, each look is refused until the app's headers bring a new token. */
const signedOutMs = 30_000;

/** The handler gives the service 15 seconds, and a few more to whoever waits behind another look. */
export const longestLookMs = 30_000;

const soonestMs = 100;
/** The longest wait that the handler asks for. A timer of more than 24 days fires at once. */
const latestMs = 3_600_000;

/** A young job may be unknown for a moment, where the service has several copies of its records. */
const looksUntilGone = 4;

/** Whether a job that was unknown so many looks in a row is gone for good. */
export function isGone(unknownLooks: number): boolean {
  return unknownLooks >= looksUntilGone;
}

/** What is known once the job has told by itself where it stands. That never takes it back to an earlier state. */
export function noteTold(watch: JobWatch, status: JobStatus): JobWatch {
  if (stepOf(status) < stepOf(watch)) return watch;
  const { submittedAt } = watch;
  const lookedAt = Date.now();
  const toldMs = lookedAt - submittedAt;
  const look = { state: status.state, askedMs: toldMs, answeredMs: toldMs };
  const looks = addLook(watch.looks, look);
  return { ...status, submittedAt, lookedAt, misses: 0, unknownLooks: 0, looks };
}

const stepOf = ({ state }: JobStatus): number =>
  ({ queued: 0, processing: 1, completed: 2, failed: 2 })[state];

/** Of two that know of a job the one that knows it to be further; the second of two that know the same. */
export function furtherWatch(one: JobWatch, other: JobWatch): JobWatch {
  return stepOf(one) > stepOf(other) ? one : other;
}

/** A look that was made so short a time ago is as good as one made now. */
const freshMs = 1_000;

/** Returns whether the last look still holds. After the system's time was set back, no look does. */
export function isFresh({ lookedAt }: JobWatch): boolean {
  const ageMs = Date.now() - lookedAt;
  return ageMs >= 0 && ageMs <= freshMs;
}

/** Returns whether a poll makes sense now, when the page is visible again or the network is back. */
export function isLookDue(watch: JobWatch | undefined): boolean {
  if (!watch) return true;
  if (isFinalState(watch.state) || isFresh(watch)) return false;
  const now = Date.now();
  return now < watch.lookedAt || (watch.trouble?.retryAt ?? watch.retryAt ?? 0) <= now;
}

/** How long to wait before the next look, in milliseconds. A system time that was set back makes no wait longer. */
export function nextLookDelay(
  watch: JobWatch,
  about: Pick<PollState, "latency" | "history" | "hidden"> = {},
): number {
  const now = Math.max(Date.now(), watch.lookedAt);
  const { trouble, retryAt } = watch;
  // The handler has a schedule of its own, for all who look; being early there is as useless as being late.
  if (!trouble && retryAt !== undefined && !about.hidden) {
    return Math.min(Math.max(soonestMs, retryAt - now), latestMs);
  }
  const notBefore = trouble?.code === "unauthorized" ? now + signedOutMs : trouble?.retryAt;
  return nextPollDelay({
    ...about,
    looks: watch.looks,
    elapsedMs: now - watch.submittedAt,
    errors: watch.misses,
    notBeforeMs: (notBefore ?? retryAt ?? now) - now,
  });
}
