import type { Model } from "../models/defineModel.ts";
import type { LearnedTimes } from "../polling/learnedTimes.ts";
import type { EaselError } from "../protocol/EaselError.ts";
import type { JobResult } from "../protocol/wire.ts";

/** One intended run, from before its submit was sent. */
export interface Attempt {
  readonly attemptId: string;
  readonly modelId: string;
  /** Whose run it is, where a page has several forms. */
  readonly scope: string;
  /** What was sent, so that the run can be made again. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Names in the input whose values were too large to keep when the page went: they are to be given again. */
  readonly omitted?: readonly string[];
  /** How long such runs take, by the model's word. */
  readonly latency?: Model["latency"];
  /** How long such runs had taken here, when it was begun. */
  readonly usual?: LearnedTimes;
  /** When it was begun, in milliseconds since 1970. */
  readonly startedAt: number;
  /** The page that sent it last. */
  readonly pageId?: string;
  /** How the submit ended: `sent` is still under way, `unknown` may have been taken and paid for. */
  readonly submit: "sent" | "taken" | "refused" | "unknown";
  /** Nothing has left the page yet: the backend is still to be reached. */
  readonly unsent?: boolean;
  /** The job's id, once it was taken. */
  readonly requestId?: string;
  /** Why it ended without a result, or why nobody knows. */
  readonly error?: EaselError;
  /** Why checking on an unknown submit came to nothing, the last time. */
  readonly trouble?: EaselError;
  /** What it made. */
  readonly result?: JobResult;
  /** When its end was heard of, in milliseconds since 1970. */
  readonly endedAt?: number;
  /** Whether the app was given its result: `false` is owed, undefined ended before the app asked for results. */
  readonly delivered?: boolean;
  /** Nobody watches it any more; it goes on at the service. */
  readonly detached: boolean;
  /** It is no longer the run that its form shows. */
  readonly dismissed?: boolean;
  /** Whether its end was shown to somebody; unsaid as long as its page has not heard of it. */
  readonly seen?: boolean;
  /** Marked by the user: it is dropped after the others that ended where room is short. */
  readonly starred?: boolean;
}

/** A record that was taken by the service and whose end is not known here. */
export type PendingAttempt = Attempt & { readonly requestId: string };

/** The service keeps a job's record for one hour: after that nobody can ask for it. */
export const jobRetentionMs = 3_600_000;

/** The service keeps a job's files for seven days. */
export const fileRetentionMs = 7 * 24 * 3_600_000;

/** Whether there is a job at the service whose end is still to be heard of. */
export function hasPendingJob(record: Attempt): record is PendingAttempt {
  const { submit, requestId, result, error } = record;
  return submit === "taken" && requestId !== undefined && !result && !error;
}

/** Whether the app waits for its result and was not given it yet. */
export const isOwed = ({ delivered, result }: Attempt): boolean =>
  delivered === false && result !== undefined;

/** Whether nothing more is to be heard of a run, so that it may be dropped where room is short. */
export function hasEnded(record: Attempt): boolean {
  return record.submit === "refused" || (record.submit === "taken" && !hasPendingJob(record));
}
