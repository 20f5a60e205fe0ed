import type { Model } from "../models/defineModel.ts";
import type { LearnedTimes } from "../polling/learnedTimes.ts";
import type { EaselError } from "../protocol/EaselError.ts";
import type { JobResult } from "../protocol/wire.ts";

/** Browser record of one paid call, stored before the call is sent. Times are in milliseconds since 1970. */
export interface Attempt {
  readonly attemptId: string;
  readonly modelId: string;
  /** Scope name. Forms with the same scope share jobs. */
  readonly scope: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Names of input values that were too large to store. */
  readonly omitted?: readonly string[];
  readonly latency?: Model["latency"];
  /** Typical durations that this browser has learned. */
  readonly usual?: LearnedTimes;
  readonly startedAt: number;
  /** ID of the page that last sent the attempt. */
  readonly pageId?: string;
  /** State of the submit. `sent`: awaiting the response. `unknown`: the job may have been accepted and charged. */
  readonly submit: "sent" | "taken" | "refused" | "unknown";
  /** Whether the attempt hasn't been sent yet, because the client is still connecting to the backend. */
  readonly unsent?: boolean;
  readonly requestId?: string;
  /** Error that explains the missing result or the unknown outcome. */
  readonly error?: EaselError;
  /** Error from the last check of an unknown submit. */
  readonly trouble?: EaselError;
  readonly result?: JobResult;
  readonly endedAt?: number;
  /** Whether `onResult` has handled the result. Undefined if the job ended before the app passed `onResult`. */
  readonly delivered?: boolean;
  /** Whether watching was stopped. The job continues at the service. */
  readonly detached: boolean;
  readonly dismissed?: boolean;
  /** Whether the user has seen the final state. Undefined until the page that sent the attempt receives that state. */
  readonly seen?: boolean;
  readonly starred?: boolean;
}

export type PendingAttempt = Attempt & { readonly requestId: string };

/** The service's job retention, in milliseconds. */
export const jobRetentionMs = 3_600_000;

/** The service's file retention, in milliseconds. */
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

/** Changes to an attempt's fields. `undefined` deletes a field. */
export type AttemptChange = { readonly [K in keyof Attempt]?: Attempt[K] | undefined };

export function changeAttempt(attempt: Attempt, change: AttemptChange): Attempt {
  const entries = Object.entries({ ...attempt, ...change, attemptId: attempt.attemptId });
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined),
  ) as unknown as Attempt;
}
