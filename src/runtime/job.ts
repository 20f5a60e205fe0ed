import { fileRetentionMs, jobRetentionMs, type Attempt } from "../ledger/attempt.ts";
import { currentPageId } from "../ledger/currentPageId.ts";
import type { Model } from "../models/defineModel.ts";
import type { JobSnapshot } from "../polling/jobSnapshot.ts";
import type { LearnedTimes } from "../polling/learnedTimes.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { GenerateStatus } from "../protocol/jobState.ts";
import type { JobResult } from "../protocol/wire.ts";

/** One intended run and all that is known of it. */
export interface Job {
  readonly attemptId: string;
  readonly modelId: string;
  /** Whose run it is, where a page has several forms. */
  readonly scope: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Names in the input whose values were too large to keep when the page went: they are to be given again. */
  readonly omitted: readonly string[];
  readonly latency: Model["latency"];
  /** How long such runs had taken in this browser when it was begun, once a few were seen. */
  readonly usual: LearnedTimes | undefined;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly status: Exclude<GenerateStatus, "idle">;
  readonly requestId: string | undefined;
  readonly result: JobResult | undefined;
  /** Why it ended without a result. */
  readonly error: EaselError | undefined;
  /** Why the last look at it came to nothing; the watching goes on. */
  readonly trouble: EaselError | undefined;
  readonly detached: boolean;
  /** It is no longer the run that its form shows. */
  readonly dismissed: boolean;
  /** Another tab sent it, or an earlier page. */
  readonly elsewhere: boolean;
  /**
   * It ended while its page was gone or not looked at, while no form of its scope was drawn, or is an earlier page's, and
   * nobody was shown its end.
   */
  readonly away: boolean;
  /** Somebody wants to keep it. */
  readonly favorite: boolean;
  /** Whether checking on it is safe: it is `unknown`, and the backend keeps attempts. */
  readonly checkable: boolean;
}

/** What a look says to a user. */
export type ShownSnapshot = Pick<JobSnapshot, "state" | "error" | "trouble">;

/** What is known of a run beside its record. */
export interface DeriveJobOptions {
  /** The last look at it. */
  readonly watch?: ShownSnapshot | undefined;
  /** Whether the backend keeps attempts. */
  readonly keepsAttempts?: boolean | undefined;
  /** Milliseconds since 1970. @default Date.now() */
  readonly now?: number | undefined;
}

/** When time alone makes it `expired`, in milliseconds since 1970. */
export function expiresAt({ submit, result, startedAt, endedAt = startedAt }: Attempt): number {
  if (submit === "unknown") return startedAt + jobRetentionMs;
  return submit === "taken" && result ? endedAt + fileRetentionMs : Infinity;
}

const ofSubmit = { sent: "submitting", refused: "failed" } as const;

function statusOf(record: Attempt, { watch, now = Date.now() }: DeriveJobOptions): Job["status"] {
  const { submit, result, error } = record;
  if (now > expiresAt(record)) return "expired";
  if (submit === "unknown") return submit;
  if (submit !== "taken") return ofSubmit[submit];
  if (result) return "completed";
  if (error) return error.code === "job_not_found" ? "expired" : "failed";
  const state = watch?.state ?? "queued";
  // Completed, and its images are still on their way.
  return state === "completed" ? "processing" : state;
}

/** Why there is no result, for a run that is over or that nobody can say anything of. */
function errorOf(
  { attemptId, requestId, submit, error, result }: Attempt,
  status: Job["status"],
  watch: ShownSnapshot | undefined,
): EaselError | undefined {
  if (status === "failed") return error ?? watch?.error;
  // The page that sent it went before it could say so.
  if (status === "unknown") return error ?? new EaselError("submit_unknown", { attemptId });
  if (status !== "expired") return undefined;
  const isTold = submit === "taken" && error !== undefined;
  if (isTold) return error;
  // What it has made was paid for, though its files are gone.
  const charged = result ? "yes" : undefined;
  return new EaselError("job_not_found", { attemptId, requestId, charged });
}

/** Puts together what the ledger and the looks know of a run. The only place where its status is decided. */
export function deriveJob(record: Attempt, answers: DeriveJobOptions): Job {
  const { watch, keepsAttempts = false } = answers;
  const { attemptId, requestId, omitted = [] } = record;
  const status = statusOf(record, answers);
  const elsewhere = record.pageId !== currentPageId();
  const isPending = status === "queued" || status === "processing";
  return {
    attemptId,
    modelId: record.modelId,
    scope: record.scope,
    input: record.input,
    omitted,
    latency: record.latency,
    usual: record.usual,
    startedAt: record.startedAt,
    status,
    requestId,
    result: status === "completed" ? record.result : undefined,
    error: errorOf(record, status, watch),
    trouble: status === "unknown" ? record.trouble : isPending ? watch?.trouble : undefined,
    detached: record.detached,
    dismissed: record.dismissed ?? false,
    elsewhere,
    away: record.seen === undefined ? elsewhere : !record.seen,
    favorite: record.starred ?? false,
    checkable: status === "unknown" && keepsAttempts && omitted.length === 0,
  };
}
