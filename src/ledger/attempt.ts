import type { Model } from "../models/defineModel.ts";
import type { LearnedTimes } from "../polling/learnedTimes.ts";
import type { EaselError } from "../protocol/EaselError.ts";
import type { JobResult } from "../protocol/wire.ts";

/** The browser's record of a paid request, stored before the request is sent. Times are in milliseconds since 1970. */
export interface Attempt {
  readonly attemptId: string;
  readonly modelId: string;
  /** Name of the form's scope. Forms with the same scope share their jobs. */
  readonly scope: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Names of the input fields whose values were too large to store. */
  readonly omitted?: readonly string[];
  readonly latency?: Model["latency"];
  /** Typical durations that this browser has learned from earlier jobs. */
  readonly usual?: LearnedTimes;
  readonly startedAt: number;
  /** ID of the page that last sent the attempt. */
  readonly pageId?: string;
  /** State of the submission. `sent`: awaiting the response. `unknown`: the job may have been accepted and charged. */
  readonly submit: "sent" | "taken" | "refused" | "unknown";
  /** Whether the attempt hasn't been sent yet because the client is still connecting to the backend. */
  readonly unsent?: boolean;
  readonly requestId?: string;
  /** Error that explains why there is no result or why the outcome is unknown. */
  readonly error?: EaselError;
  /** Error from the last check of a submission whose outcome is unknown, or from the last try to stop the job. */
  readonly trouble?: EaselError;
  /** Start time of the last check of a submission whose outcome is unknown. */
  readonly checkedAt?: number;
  /** Time when the user asked to stop the job. Removed if the request fails. */
  readonly cancelRequestedAt?: number;
  readonly result?: JobResult;
  readonly endedAt?: number;
  /** Whether `onResult` has handled the result. Undefined if the job ended before the app passed `onResult`. */
  readonly delivered?: boolean;
  /** Whether the app has stopped watching the job, which continues to run at the service. */
  readonly detached: boolean;
  readonly dismissed?: boolean;
  /** Whether the user has seen the final state. Undefined until the page that sent the attempt receives that state. */
  readonly seen?: boolean;
  readonly starred?: boolean;
}

export type PendingAttempt = Attempt & { readonly requestId: string };

/** How long the service keeps a job, in milliseconds. */
export const jobRetentionMs = 3_600_000;

/** How long the service keeps an image file, in milliseconds. */
export const fileRetentionMs = 7 * 24 * 3_600_000;

export function hasPendingJob(attempt: Attempt): attempt is PendingAttempt {
  const { submit, requestId, result, error } = attempt;
  return submit === "taken" && requestId !== undefined && !result && !error;
}

export const isPendingAttempt = (attempt: Attempt): boolean =>
  attempt.submit === "sent" || hasPendingJob(attempt);

export const isFinalAttempt = (attempt: Attempt): boolean =>
  attempt.submit !== "unknown" && !isPendingAttempt(attempt);

export const isUndelivered = ({ delivered, result }: Attempt): boolean =>
  delivered === false && result !== undefined;

/** Changes to an attempt's fields. A value of `undefined` deletes the field. */
export type AttemptChange = { readonly [K in keyof Attempt]?: Attempt[K] | undefined };

export function changeAttempt(attempt: Attempt, change: AttemptChange): Attempt {
  const entries = Object.entries({ ...attempt, ...change, attemptId: attempt.attemptId });
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined),
  ) as unknown as Attempt;
}
