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
import { submitInputOf } from "../runtime/submit.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useDisabledReasons, type DisabledReason } from "./useDisabledReasons.ts";
import { useLedgerJobs } from "./useLedgerJobs.ts";

export interface UseGenerateOptions {
  /** Tells two forms of one model on a page apart; forms of one scope share their jobs. @default the model's id */
  readonly scope?: string | undefined;
}

/** When the current job began and how long such jobs take, for whoever draws its timing. */
export interface JobTiming {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly latency: ProgressState["latency"];
}

export interface UseGenerateResult<M extends Model> {
  /** Starts a run; what comes of it is in `job`. Costs what one run costs. */
  readonly generate: (values: ModelValues<M>) => void;
  /** The same, with a promise of the result. Rejects with an `EaselError`. */
  readonly generateAsync: (values: ModelValues<M>) => Promise<JobResult>;
  /** Where the current job stands, in one word. */
  readonly status: GenerateStatus;
  /**
   * True while this page is sending a request of this scope. Pass it to `PromptForm.Root`, and disable a custom button by
   * it, not by `status`, which is `submitting` too while another tab is sending.
   */
  readonly isSubmitting: boolean;
  /** The newest run that was neither detached nor reset, also one of an earlier page. */
  readonly job: Job | undefined;
  /** Every run of this scope, oldest first. */
  readonly jobs: readonly Job[];
  readonly result: JobResult | undefined;
  readonly error: EaselError | undefined;
  readonly timing: JobTiming | undefined;
  /** Why nothing can be generated just now; empty when something can. */
  readonly disabledReasons: readonly DisabledReason[];
  /**
   * Stops watching the current job. It goes on at the service and stays in `jobs`; one that was not sent yet is still
   * sent.
   */
  readonly stopWatching: () => void;
  /**
   * Sends the current job's input again as a new run of its own model. Costs what one run costs: after `unknown`, perhaps
   * twice. Where a value was too large to keep over a reload, nothing is sent and the error names its field. After
   * `not_loaded` it is what could not be sent.
   */
  readonly retry: () => void;
  /**
   * Finds out what became of a run that is `unknown`, by the same attempt id, so that it is paid for once. There only
   * where the backend keeps attempts.
   */
  readonly check: (() => void) | undefined;
  /**
   * Takes the current job out of `jobs` for good. One that was not sent yet is not sent, and costs nothing; another goes on
   * at the service, which can't stop it.
   */
  readonly remove: () => void;
  /** Back to `idle`, also after a reload; every run stays in `jobs`. */
  readonly reset: () => void;
}

/** Why the last call sent nothing, of which the ledger has no attempt. */
interface Refusal {
  /** Another user, who has another ledger, is not shown it. */
  readonly ledger: Ledger;
  readonly error: EaselError;
}

const ignore = () => undefined;

/**
 * Generates with one model: submits, watches, fetches. Each attempt is stored and then submitted once: the second of two equal
 * calls of a double click joins the first, and a submit is never repeated automatically. Several jobs may be pending side by
 * side. If code that it needs can't be loaded, nothing is sent and the error is `not_loaded`.
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
  const { ledger, scopes, submit, check, labels } = useProviderValue();
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
    check: job?.checkable ? () => check(job.attemptId) : undefined,
    remove: () => job && ledger.remove(job.attemptId),
    reset: () => {
      setRefusal(undefined);
      if (newest) ledger.update(newest.attemptId, { dismissed: true });
    },
  };
}
