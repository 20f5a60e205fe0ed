"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { checkJob } from "../client/index.ts";
import { parseInput, type Model, type ModelValues } from "../models/index.ts";
import { EaselError, type JobResult, type ProgressState } from "../protocol/index.ts";
import { createRuns, type Run } from "./createRuns.ts";
import { useBacking } from "./EaselContext.ts";
import type { GenerateStatus, Job } from "./job.ts";
import { giveAgain } from "./labels/hookWords.ts";
import { useLedgerJobs } from "./useLedgerJobs.ts";
import { useModelWords } from "./useModelWords.ts";
import { useReasons, type Reason } from "./useReasons.ts";

export interface UseGenerateOptions {
  /** Tells two forms of one model on a page apart; forms of one scope share their jobs. @default the model's id */
  readonly scope?: string | undefined;
}

/** When the current job began and how long such jobs take, for whoever draws its progress. */
export interface Progress {
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
  /** The newest run that was neither detached nor reset, also one of an earlier page. */
  readonly job: Job | undefined;
  /** Every run of this scope, oldest first. */
  readonly jobs: readonly Job[];
  readonly result: JobResult | undefined;
  readonly error: EaselError | undefined;
  readonly progress: Progress | undefined;
  /** Why nothing can be generated just now; empty when something can. */
  readonly reasons: readonly Reason[];
  /** Stops watching the current job. It goes on at the service and stays in `jobs`. */
  readonly detach: () => void;
  /**
   * Sends the current job's input again as a new run of its own model. Costs what one run costs: after `unknown`, perhaps
   * twice. Where a value was too large to keep over a reload, nothing is sent and the error names its field.
   */
  readonly retry: () => void;
  /**
   * Finds out what became of a run that is `unknown`, by the same attempt id, so that it is paid for once. There only
   * where the backend keeps attempts.
   */
  readonly check: (() => void) | undefined;
  /** Takes the current job out of `jobs` for good. It goes on at the service: there is no stopping it there. */
  readonly forget: () => void;
  /** Back to `idle`, also after a reload; every run stays in `jobs`. */
  readonly reset: () => void;
}

/**
 * Generates with one model: submits, watches, fetches. Each intended run is submitted once: a second equal call of the
 * same double click joins the first, and a submit is never sent again by itself. Several runs may go on side by side.
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
  const { client, ledger, memory, labels } = useBacking();
  const inWords = useModelWords(model);
  const cache = useQueryClient();
  const jobs = useLedgerJobs(scope);
  const reasons = useReasons({ model });
  const [invalid, setInvalid] = useState<EaselError>();
  const [startRun] = useState(createRuns);

  const newest = jobs.findLast((job) => !job.detached);
  const job = newest?.dismissed ? undefined : newest;

  function refuse(fields: Readonly<Record<string, string>>): Promise<never> {
    const error = new EaselError("invalid_input", { fields });
    setInvalid(error);
    return Promise.reject(error);
  }

  function start(run: Omit<Run, "scope">): Promise<JobResult> {
    setInvalid(undefined);
    return startRun({ cache, client, ledger, memory }, { scope, ...run });
  }

  function generateAsync(values: ModelValues<M>): Promise<JobResult> {
    const parsed = parseInput(inWords, values);
    const { id: modelId, latency } = model;
    return parsed.ok ? start({ modelId, latency, input: parsed.input }) : refuse(parsed.fields);
  }

  function retry({ modelId, latency, input, omitted, attemptId: after }: Job): Promise<JobResult> {
    return omitted.length > 0
      ? refuse(
          Object.fromEntries(omitted.map((name) => [name, labels?.tray?.giveAgain ?? giveAgain])),
        )
      : start({ modelId, latency, input, after });
  }

  const ignore = () => undefined;
  return {
    generate: (values) => void generateAsync(values).catch(ignore),
    generateAsync,
    status: invalid ? "failed" : (job?.status ?? "idle"),
    job,
    jobs,
    result: job?.result,
    error: invalid ?? job?.error,
    progress: job && { startedAt: job.startedAt, latency: job.usual ?? job.latency },
    reasons,
    detach: () => job && ledger.update(job.attemptId, { detached: true }),
    retry: () => void (job && retry(job).catch(ignore)),
    check: job?.checkable
      ? () => void checkJob({ client, ledger, attemptId: job.attemptId })
      : undefined,
    forget: () => job && ledger.forget(job.attemptId),
    reset: () => {
      setInvalid(undefined);
      if (newest) ledger.update(newest.attemptId, { dismissed: true });
    },
  };
}
