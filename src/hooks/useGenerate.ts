"use client";
import { useEffect, useState } from "react";
import { chooseAgain } from "../labels/en/hookLabels.ts";
import { labelModel } from "../labels/labelModel.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import type { Model, ModelValues } from "../models/defineModel.ts";
import { parseInput } from "../models/parseInput.ts";
import type { ProgressState } from "../polling/estimateProgress.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { GenerateStatus } from "../protocol/jobState.ts";
import type { JobResult } from "../protocol/wire.ts";
import type { Job } from "../runtime/job.ts";
import { checkSubmit } from "../runtime/startWatching.ts";
import { submitInputOf } from "../runtime/submit.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useDisabledReasons, type DisabledReason } from "./useDisabledReasons.ts";
import { useLedgerJobs } from "./useLedgerJobs.ts";

export interface UseGenerateOptions {
  /** Forms of one scope share their jobs. @default the model's ID */
  readonly scope?: string | undefined;
}

/** Start and usual duration of a job, for `JobProgress`. */
export interface JobTiming {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly latency: ProgressState["latency"];
}

export interface UseGenerateResult<M extends Model> {
  /** Starts a job, which is charged. */
  readonly generate: (values: ModelValues<M>) => void;
  /** Starts a job and returns its result. Rejects with an `EaselError`. */
  readonly generateAsync: (values: ModelValues<M>) => Promise<JobResult>;
  readonly status: GenerateStatus;
  /** Whether this page is sending a submit. `status` is also `submitting` while another tab does. */
  readonly isSubmitting: boolean;
  /** The newest job that is watched and not reset, also of an earlier page. */
  readonly job: Job | undefined;
  /** All jobs of this scope, oldest first. */
  readonly jobs: readonly Job[];
  readonly result: JobResult | undefined;
  readonly error: EaselError | undefined;
  readonly timing: JobTiming | undefined;
  /** Why `generate` would fail now. */
  readonly disabledReasons: readonly DisabledReason[];
  /** Stops watching the current job. It continues at the service and stays in `jobs`. */
  readonly stopWatching: () => void;
  /**
   * Submits the current job's input again, which is charged; after `unknown` perhaps twice. If a value was too large to
   * store, nothing is sent and the error names its field.
   */
  readonly retry: () => void;
  /** Finds out the outcome of an `unknown` job, without a second charge. Undefined unless the backend keeps attempts. */
  readonly check: (() => void) | undefined;
  /** Deletes the current job. If it was not sent yet, it never is; else it continues at the service. */
  readonly remove: () => void;
  /** Returns to `idle`, also after a reload. The job stays in `jobs`. */
  readonly reset: () => void;
}

/** Validation error of the last call, which has no attempt. */
interface Refusal {
  /** Another user of the page doesn't see it. */
  readonly ledger: Ledger;
  readonly error: EaselError;
}

const ignore = () => undefined;

/**
 * Generates images with one model. Each attempt is stored and then submitted once: a double click is one call, and a submit
 * is never repeated automatically. Several jobs may be pending. If lazy code can't be loaded, nothing is sent and the error
 * is `not_loaded`.
 *
 * @example
 * const { generate, status, result } = useGenerate(sdxlTorch);
 *
 * <button onClick={() => generate({ prompt: "a lighthouse at dusk" })}>{status}</button>
 */
export function useGenerate<M extends Model>(
  model: M,
  { scope = model.id }: UseGenerateOptions = {},
): UseGenerateResult<M> {
  const runtime = useProviderValue();
  const { ledger, scopes, submit, labels } = runtime;
  const jobs = useLedgerJobs(scope);
  const disabledReasons = useDisabledReasons({ model });
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(() => scopes.add(scope), [scopes, scope]);

  const refused = refusal?.ledger === ledger ? refusal.error : undefined;
  const newest = jobs.findLast((one) => !one.detached);
  const job = newest?.dismissed ? undefined : newest;

  function refuse(fields: Readonly<Record<string, string>>): Promise<never> {
    const error = new EaselError("invalid_input", { fields });
    setRefusal({ ledger, error });
    return Promise.reject(error);
  }

  function generateAsync(values: ModelValues<M>): Promise<JobResult> {
    const parsed = parseInput(labelModel(model, labels?.models), values);
    if (!parsed.ok) return refuse(parsed.fields);
    setRefusal(undefined);
    return submit({ modelId: model.id, latency: model.latency, scope, input: parsed.input });
  }

  function retryAsync(one: Job): Promise<JobResult> {
    const message = labels?.tray?.chooseAgain ?? chooseAgain;
    if (one.omitted.length > 0) {
      return refuse(Object.fromEntries(one.omitted.map((name) => [name, message])));
    }
    setRefusal(undefined);
    return submit(submitInputOf(one), one.attemptId);
  }

  return {
    generate: (values) => void generateAsync(values).catch(ignore),
    generateAsync,
    status: refused ? "failed" : (job?.status ?? "idle"),
    isSubmitting: jobs.some((one) => one.status === "submitting" && !one.elsewhere),
    job,
    jobs,
    result: job?.result,
    error: refused ?? job?.error,
    timing: job && { startedAt: job.startedAt, latency: job.usual ?? job.latency },
    disabledReasons,
    stopWatching: () => job && ledger.update(job.attemptId, { detached: true }),
    retry: () => job && void retryAsync(job).catch(ignore),
    check: job?.checkable ? () => void checkSubmit(runtime, job.attemptId) : undefined,
    remove: () => job && ledger.remove(job.attemptId),
    reset: () => {
      setRefusal(undefined);
      if (newest) ledger.update(newest.attemptId, { dismissed: true });
    },
  };
}
