"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { beginJob } from "../client/index.ts";
import { parseInput, type Model, type ModelValues } from "../models/index.ts";
import { EaselError, type JobResult } from "../protocol/index.ts";
import { useEasel } from "./EaselContext.ts";
import type { GenerateStatus, Job } from "./job.ts";
import { seedJobStatus } from "./queries.ts";
import { useLedgerJobs } from "./useLedgerJobs.ts";
import { useReasons, type Reason } from "./useReasons.ts";
import { waitForResult } from "./waitForResult.ts";

export interface UseGenerateOptions {
  /** Tells two forms of one model on a page apart; forms of one scope share their jobs. @default the model's id */
  readonly scope?: string | undefined;
}

/** When the current job began and how long such jobs take, for whoever draws its progress. */
export interface Progress {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly latency: Model["latency"];
}

export interface UseGenerateResult<M extends Model> {
  /** Starts a run; what comes of it is in `job`. Costs what one run costs. */
  readonly generate: (values: ModelValues<M>) => void;
  /** The same, with a promise of the result. Rejects with an `EaselError`. */
  readonly generateAsync: (values: ModelValues<M>) => Promise<JobResult>;
  /** Where the current job stands, in one word. */
  readonly status: GenerateStatus;
  /** The newest run that was neither detached nor reset. */
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
  /** Sends the current job's input again as a new run of its own model. Costs what one run costs: after `unknown`, perhaps twice. */
  readonly retry: () => void;
  /** Back to `idle`; every run stays in `jobs`. */
  readonly reset: () => void;
}

/** Two equal calls within this time are one intended run: a double click takes up to half a second. */
const doubleClickMs = 600;

interface Run {
  readonly modelId: string;
  readonly latency: Model["latency"];
  readonly input: Readonly<Record<string, unknown>>;
  /** The run that it is made after, when it is a retry: that is meant, however soon it comes. */
  readonly after?: string;
}

interface Call {
  readonly run: string;
  readonly at: number;
  readonly result: Promise<JobResult>;
  submitting: boolean;
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
  const { client, ledger } = useEasel();
  const cache = useQueryClient();
  const jobs = useLedgerJobs(scope);
  const reasons = useReasons();
  const [dismissed, setDismissed] = useState<string>();
  const [invalid, setInvalid] = useState<EaselError>();
  const lastCall = useRef<Call>(undefined);

  const newest = jobs.findLast((job) => !job.detached);
  const job = newest?.attemptId === dismissed ? undefined : newest;

  /** Synchronous up to the request, so that a second event of the same tick finds the first call. */
  function call(run: Run): Promise<JobResult> {
    const text = JSON.stringify(run);
    const last = lastCall.current;
    if (last?.run === text && (last.submitting || Date.now() - last.at < doubleClickMs)) {
      return last.result;
    }
    setInvalid(undefined);
    const { modelId, latency, input } = run;
    const begun = beginJob({ client, ledger, scope, modelId, latency, input });
    const result = begun.then(({ attemptId, requestId, state }) => {
      seedJobStatus(cache, requestId, state);
      return waitForResult({ cache, client, ledger, attemptId, requestId, latency });
    });
    const current: Call = { run: text, at: Date.now(), result, submitting: true };
    const submitted = () => void (current.submitting = false);
    begun.then(submitted, submitted);
    lastCall.current = current;
    return result;
  }

  function generateAsync(values: ModelValues<M>): Promise<JobResult> {
    const parsed = parseInput(model, values);
    const { id: modelId, latency } = model;
    if (parsed.ok) return call({ modelId, latency, input: parsed.input });
    const error = new EaselError("invalid_input", { fields: parsed.fields });
    setInvalid(error);
    return Promise.reject(error);
  }

  return {
    generate: (values) => void generateAsync(values).catch(() => undefined),
    generateAsync,
    status: invalid ? "failed" : (job?.status ?? "idle"),
    job,
    jobs,
    result: job?.result,
    error: invalid ?? job?.error,
    progress: job && { startedAt: job.startedAt, latency: job.latency },
    reasons,
    detach: () => job && ledger.update(job.attemptId, { detached: true }),
    retry: () => {
      if (!job) return;
      const { modelId, latency, input, attemptId: after } = job;
      call({ modelId, latency, input, after }).catch(() => undefined);
    },
    reset: () => {
      setInvalid(undefined);
      setDismissed(newest?.attemptId);
    },
  };
}
