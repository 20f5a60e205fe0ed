import type { Model } from "../models/defineModel.ts";
import type { LearnedTimes } from "../polling/learnedTimes.ts";
import type { EaselError } from "../protocol/EaselError.ts";
import type { JobResult } from "../protocol/wire.ts";

/** Browser record of one paid call, stored before it is sent. Times are in milliseconds since 1970. */
export interface Attempt {
  readonly attemptId: string;
  readonly modelId: string;
  /** Tells the forms of a page apart. */
  readonly scope: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Input values that were too large to store. */
  readonly omitted?: readonly string[];
  readonly latency?: Model["latency"];
  /** Durations that this browser learned before. */
  readonly usual?: LearnedTimes;
  readonly startedAt: number;
  /** The page that sent it last. */
  readonly pageId?: string;
  /** `sent` waits for the answer; `unknown` may have been accepted and charged. */
  readonly submit: "sent" | "taken" | "refused" | "unknown";
  /** Not sent yet: the backend is being reached. */
  readonly unsent?: boolean;
  readonly requestId?: string;
  /** Why there is no result, or why the outcome is unknown. */
  readonly error?: EaselError;
  /** Why the last check of an unknown submit failed. */
  readonly trouble?: EaselError;
  readonly result?: JobResult;
  readonly endedAt?: number;
  /** `false`: the app has yet to get the result. Undefined: it ended before the app asked for results. */
  readonly delivered?: boolean;
  /** Not watched anymore; the job continues at the service. */
  readonly detached: boolean;
  readonly dismissed?: boolean;
  /** Whether the user saw the end. Undefined until the page knows the end. */
  readonly seen?: boolean;
  readonly starred?: boolean;
}

export type PendingAttempt = Attempt & { readonly requestId: string };

/** How long the service keeps a job. */
export const jobRetentionMs = 3_600_000;

/** How long the service keeps a job's files. */
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

/** `undefined` deletes a field. */
export type AttemptChange = { readonly [K in keyof Attempt]?: Attempt[K] | undefined };

export function changeAttempt(attempt: Attempt, change: AttemptChange): Attempt {
  const entries = Object.entries({ ...attempt, ...change, attemptId: attempt.attemptId });
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined),
  ) as unknown as Attempt;
}
