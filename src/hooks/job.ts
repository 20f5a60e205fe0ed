import type { JobRecord, JobWatch } from "../client/index.ts";
import type { Model } from "../models/index.ts";
import type { EaselError, JobResult } from "../protocol/index.ts";

/**
 * Where a run stands, in one word. `unknown`: the submit got no answer, so it may be running and paid for. `expired`: the
 * service no longer knows it.
 */
export type GenerateStatus =
  | "idle"
  | "submitting"
  | "queued"
  | "processing"
  | "completed"
  | "failed"
  | "unknown"
  | "expired";

/** One intended run and all that is known of it. */
export interface Job {
  readonly attemptId: string;
  readonly modelId: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly latency: Model["latency"];
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
}

/** What the queries say of a job: the last look at it, and what it made. */
export interface JobAnswers {
  readonly watch?: JobWatch | undefined;
  readonly gone?: EaselError | null | undefined;
  readonly result?: JobResult | undefined;
  readonly resultError?: EaselError | null | undefined;
}

const ofSubmit = { sent: "submitting", refused: "failed", unknown: "unknown" } as const;

function statusOf(record: JobRecord, answers: JobAnswers): Job["status"] {
  if (record.submit !== "taken") return ofSubmit[record.submit];
  if (answers.result) return "completed";
  if (answers.gone) return "expired";
  if (answers.resultError) {
    return answers.resultError.code === "job_not_found" ? "expired" : "failed";
  }
  const state = answers.watch?.state ?? "queued";
  // Completed, and its pictures are still on their way.
  return state === "completed" ? "processing" : state;
}

/** Puts together what the ledger and the queries know of a run. The only place where its status is decided. */
export function deriveJob(record: JobRecord, answers: JobAnswers): Job {
  const { watch, gone, result, resultError } = answers;
  const status = statusOf(record, answers);
  const ended = status === "failed" || status === "expired" || status === "unknown";
  return {
    attemptId: record.attemptId,
    modelId: record.modelId,
    input: record.input,
    latency: record.latency,
    startedAt: record.startedAt,
    status,
    requestId: record.requestId,
    result,
    error: ended ? (record.error ?? gone ?? watch?.error ?? resultError ?? undefined) : undefined,
    trouble: ended ? undefined : watch?.trouble,
    detached: record.detached,
  };
}
