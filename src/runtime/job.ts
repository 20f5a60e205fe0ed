import { fileRetentionMs, jobRetentionMs, type Attempt } from "../ledger/attempt.ts";
import { currentPageId } from "../ledger/currentPageId.ts";
import type { Model } from "../models/defineModel.ts";
import type { JobSnapshot } from "../polling/jobSnapshot.ts";
import type { LearnedTimes } from "../polling/learnedTimes.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { GenerateStatus } from "../protocol/jobState.ts";
import type { JobResult } from "../protocol/wire.ts";

/** Public view of a generation, derived from its attempt and latest snapshot. */
export interface Job {
  readonly attemptId: string;
  readonly modelId: string;
  /** Name of the form's scope. Forms with the same scope share their jobs. */
  readonly scope: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Names of input fields whose values were too large to store. A retry requires these values. */
  readonly omitted: readonly string[];
  readonly latency: Model["latency"];
  /** Usual durations, learned from earlier jobs with as many images or, for several images, scaled from `latency`. */
  readonly usual: LearnedTimes | undefined;
  /** Time of submission, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly status: Exclude<GenerateStatus, "idle">;
  readonly requestId: string | undefined;
  readonly result: JobResult | undefined;
  /** Error that explains why there is no result. */
  readonly error: EaselError | undefined;
  /** Transient error from the last poll, download, check, or try to stop the job. */
  readonly trouble: EaselError | undefined;
  readonly detached: boolean;
  readonly dismissed: boolean;
  /** Whether another tab or an earlier page load submitted the job. */
  readonly elsewhere: boolean;
  /** Whether the user hasn't seen the job's final state. */
  readonly away: boolean;
  readonly favorite: boolean;
  /** Whether `check` is safe: the status is `unknown`, the backend keeps attempts, and the input was stored in full. */
  readonly checkable: boolean;
  /** Whether a check of the outcome is running. The status is still `unknown` then. */
  readonly checking: boolean;
  /** Whether `cancel` can stop the job: it's pending at the service, the host can stop jobs, and it isn't stopping yet. */
  readonly cancelable: boolean;
  /** Whether the user has asked to stop the job, which hasn't ended yet. */
  readonly canceling: boolean;
  /** Start time of the last check, in milliseconds since 1970. */
  readonly checkedAt: number | undefined;
}

export type ShownSnapshot = Pick<JobSnapshot, "state" | "error" | "trouble">;

export interface DeriveJobOptions {
  readonly snapshot?: ShownSnapshot | undefined;
  readonly keepsAttempts?: boolean | undefined;
  readonly canCancel?: boolean | undefined;
  /** Current time, in milliseconds since 1970. @default Date.now() */
  readonly now?: number | undefined;
}

/** Returns the time when an attempt expires, in milliseconds since 1970, or Infinity if the attempt never expires. */
export function expiresAt({ submit, result, startedAt, endedAt = startedAt }: Attempt): number {
  if (submit === "unknown") return startedAt + jobRetentionMs;
  return submit === "taken" && result ? endedAt + fileRetentionMs : Infinity;
}

export function statusOfError({ code }: EaselError) {
  if (code === "job_not_found") return "expired";
  return code === "run_canceled" ? "canceled" : "failed";
}

const statusOfSubmit = { sent: "submitting", refused: "failed" } as const;

function statusOf(attempt: Attempt, { snapshot, now = Date.now() }: DeriveJobOptions) {
  const { submit, result, error, checkedAt } = attempt;
  if (now > expiresAt(attempt)) return "expired";
  if (submit === "unknown" || (submit === "sent" && checkedAt)) return "unknown";
  if (submit !== "taken") return statusOfSubmit[submit];
  if (result) return "completed";
  const failure = error ?? snapshot?.error;
  if (failure) return statusOfError(failure);
  const state = snapshot?.state ?? "queued";
  // Until its result is downloaded, a completed job is still shown as processing.
  return state === "completed" ? "processing" : state;
}

function errorOf(
  { attemptId, requestId, submit, error, result }: Attempt,
  status: Job["status"],
  snapshot: ShownSnapshot | undefined,
): EaselError | undefined {
  if (status === "failed" || status === "canceled") return error ?? snapshot?.error;
  // If there is no error, the page was closed before the response arrived.
  if (status === "unknown") return error ?? new EaselError("submit_unknown", { attemptId });
  if (status !== "expired") return undefined;
  if (submit === "taken" && error) return error;
  // A job with a result was charged, even if the result has expired.
  const charged = result ? "yes" : undefined;
  return new EaselError("job_not_found", { attemptId, requestId, charged });
}

/** Derives a job from its attempt and snapshot. No other function determines a job's status. */
export function deriveJob(attempt: Attempt, options: DeriveJobOptions): Job {
  const { snapshot, keepsAttempts = false, canCancel = false } = options;
  const { attemptId, requestId, omitted = [] } = attempt;
  const status = statusOf(attempt, options);
  const elsewhere = attempt.pageId !== currentPageId();
  const isPolled = status === "queued" || status === "processing";
  const canceling = isPolled && attempt.cancelRequestedAt !== undefined;
  const pollTrouble = isPolled ? snapshot?.trouble : undefined;
  return {
    attemptId,
    modelId: attempt.modelId,
    scope: attempt.scope,
    input: attempt.input,
    omitted,
    latency: attempt.latency,
    usual: attempt.usual,
    startedAt: attempt.startedAt,
    status,
    requestId,
    result: status === "completed" ? attempt.result : undefined,
    error: errorOf(attempt, status, snapshot),
    trouble: pollTrouble ?? (isPolled || status === "unknown" ? attempt.trouble : undefined),
    detached: attempt.detached,
    dismissed: attempt.dismissed ?? false,
    elsewhere,
    away: attempt.seen === undefined ? elsewhere : !attempt.seen,
    favorite: attempt.starred ?? false,
    checkable: status === "unknown" && keepsAttempts && omitted.length === 0,
    checking: status === "unknown" && attempt.submit === "sent",
    cancelable: isPolled && canCancel && !canceling,
    canceling,
    checkedAt: attempt.checkedAt,
  };
}
