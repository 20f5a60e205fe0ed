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
import { isPending } from "../runtime/isPending.ts";
import type { Job } from "../runtime/job.ts";
import { checkSubmit, stopJob } from "../runtime/startWatching.ts";
import { submitInputOf, type SubmitInput } from "../runtime/submit.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useDisabledReasons, type DisabledReason } from "./useDisabledReasons.ts";
import { useGenerateCallbacks, type GenerateCallbacks } from "./useGenerateCallbacks.ts";
import { useLedgerJobs } from "./useLedgerJobs.ts";
import { useStableActions } from "./useStableActions.ts";

export interface UseGenerateOptions extends GenerateCallbacks {
  /** Name of a group of jobs. Forms with the same scope share their jobs. @default the model's ID */
  readonly scope?: string | undefined;
}

/** Start and typical duration of a job, for `JobProgress`. */
export interface JobTiming {
  /** Start time, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly latency: ProgressState["latency"];
}

export interface UseGenerateResult<M extends Model> {
  /** Starts a job. The service charges for it. */
  readonly generate: (values: ModelValues<M>) => void;
  /** Starts a job like `generate`, and returns a promise for its result. The promise rejects with an `EaselError`. */
  readonly generateAsync: (values: ModelValues<M>) => Promise<JobResult>;
  readonly status: GenerateStatus;
  readonly isPending: boolean;
  /** Whether this page is submitting a job. Submissions from other tabs don't count. */
  readonly isSubmitting: boolean;
  /** Newest watched job, which may be from an earlier page. Undefined after a reset. */
  readonly job: Job | undefined;
  /** Jobs of this scope, oldest first. */
  readonly jobs: readonly Job[];
  readonly result: JobResult | undefined;
  readonly error: EaselError | undefined;
  readonly timing: JobTiming | undefined;
  /** Reasons why calling `generate` would fail now, other than invalid values. */
  readonly disabledReasons: readonly DisabledReason[];
  /** Stops watching the job, which continues at the service and stays in `jobs`. To stop the job, use `cancel`. */
  readonly stopWatching: () => void;
  /**
   * Asks the service to stop the job if the job is `cancelable`. The job is `canceling` until it ends. The call is free,
   * but the service may charge for the job: see `error.charged` once the status is `canceled`. If the job ends first, its
   * result is kept. If the job can't be stopped, it continues, and its `trouble` is `cancel_failed`.
   */
  readonly cancel: () => void;
  /**
   * Resubmits the job's input. The service charges for the new generation. If the job's status is `unknown`, you may be
   * charged twice. If values were `omitted`, the retry fails without sending a request.
   */
  readonly retry: () => void;
  /** Checks the outcome of the job if the job is `checkable`. Free of charge. */
  readonly check: () => void;
  /** Deletes the job from this browser. A job that wasn't sent is canceled. A sent job continues at the service. */
  readonly remove: () => void;
  /** Resets the status to `idle`, which persists across reloads. The job stays in `jobs`. */
  readonly reset: () => void;
}

interface Refusal {
  /** Ledger that was in use when the error occurred. The error is hidden if the user, and thus the ledger, changes. */
  readonly ledger: Ledger;
  readonly error: EaselError;
}

const ignore = () => undefined;

/**
 * Generates images with one model. Each call is stored and then submitted once: a double click counts as one call, and
 * submissions are never repeated automatically. Several jobs can be pending at once. The error code `not_loaded` means
 * that a lazy-loaded module couldn't be loaded, so nothing was sent.
 *
 * @example
 * const { generate, isPending, result } = useGenerate(sdxlTorch, {
 *   onError: (error) => console.error(error.code, error.charged),
 * });
 *
 * <button onClick={() => generate({ prompt: "a lighthouse at dusk" })}>
 *   {isPending ? "Generating…" : "Generate"}
 * </button>
 */
export function useGenerate<M extends Model>(
  model: M,
  options: UseGenerateOptions = {},
): UseGenerateResult<M> {
  const { scope = model.id } = options;
  const runtime = useProviderValue();
  const { ledger, forms, submit, labels } = runtime;
  const jobs = useLedgerJobs(scope);
  const { reasons: disabledReasons } = useDisabledReasons({ model });
  const withCallbacks = useGenerateCallbacks(options);
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(() => {
    const form = { scope };
    forms.add(form);
    return () => void forms.delete(form);
  }, [forms, scope]);

  const refused = refusal?.ledger === ledger ? refusal.error : undefined;
  const newest = jobs.findLast((one) => !one.detached);
  const job = newest?.dismissed ? undefined : newest;
  const status = refused ? "failed" : (job?.status ?? "idle");

  function send(input: SubmitInput, retryOf?: string): Promise<JobResult> {
    setRefusal(undefined);
    return withCallbacks(submit(input, retryOf));
  }

  function refuse(fields: Readonly<Record<string, string>>): Promise<JobResult> {
    const error = new EaselError("invalid_input", { fields });
    setRefusal({ ledger, error });
    return withCallbacks(Promise.reject(error));
  }

  function generateAsync(values: ModelValues<M>): Promise<JobResult> {
    const parsed = parseInput(labelModel(model, labels?.models), values);
    if (!parsed.ok) return refuse(parsed.fields);
    return send({ modelId: model.id, latency: model.latency, scope, input: parsed.input });
  }

  function retryAsync(one: Job): Promise<JobResult> {
    if (one.omitted.length === 0) return send(submitInputOf(one), one.attemptId);
    const message = labels?.tray?.chooseAgain ?? chooseAgain;
    return refuse(Object.fromEntries(one.omitted.map((name) => [name, message])));
  }

  const actions = useStableActions({
    generate: (values: ModelValues<M>) => void generateAsync(values).catch(ignore),
    generateAsync,
    stopWatching: () => job && ledger.update(job.attemptId, { detached: true }),
    cancel: () => job?.cancelable && void stopJob(runtime, job.attemptId),
    retry: () => job && void retryAsync(job).catch(ignore),
    check: () => job?.checkable && void checkSubmit(runtime, job.attemptId),
    remove: () => job && ledger.remove(job.attemptId),
    reset: () => {
      setRefusal(undefined);
      if (newest) ledger.update(newest.attemptId, { dismissed: true });
    },
  });

  return {
    ...actions,
    status,
    isPending: isPending({ status }),
    isSubmitting: jobs.some((one) => one.status === "submitting" && !one.elsewhere),
    job,
    jobs,
    result: job?.result,
    error: refused ?? job?.error,
    timing: job && { startedAt: job.startedAt, latency: job.usual ?? job.latency },
    disabledReasons,
  };
}
