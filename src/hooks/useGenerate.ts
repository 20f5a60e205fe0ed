"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Ledger } from "../ledger/createLedger.ts";
import type { Model, ModelValues } from "../models/defineModel.ts";
import type { ProgressState } from "../polling/estimateProgress.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { GenerateStatus } from "../protocol/jobState.ts";
import type { JobResult } from "../protocol/wire.ts";
import type { Call, Calls, LeftCalls } from "../runtime/createCalls.ts";
import { drawScope } from "../runtime/drawnScopes.ts";
import type { Job } from "../runtime/job.ts";
import { engine, loadFor, type Engine } from "../runtime/loadEngine.ts";
import { useBacking } from "./EaselContext.ts";
import { useLedgerJobs } from "./useLedgerJobs.ts";
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
  readonly progress: Progress | undefined;
  /** Why nothing can be generated just now; empty when something can. */
  readonly reasons: readonly Reason[];
  /**
   * Stops watching the current job. It goes on at the service and stays in `jobs`; one that was not sent yet is still
   * sent.
   */
  readonly detach: () => void;
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
  readonly forget: () => void;
  /** Back to `idle`, also after a reload; every run stays in `jobs`. */
  readonly reset: () => void;
}

/** A call of which the ledger says nothing: it waits for its code, or came to nothing before anything was sent. */
interface UnwrittenCall {
  /** Whose it is. */
  readonly ledger: Ledger;
  /** Why nothing was sent; none as long as it waits. */
  readonly error?: EaselError;
  /** The same once more. */
  readonly again?: () => void;
}

/** Values as they are at the click, whatever an app makes of them until they are looked at. */
const copyOf = <T>(values: T): T =>
  typeof values === "object" && values && !Array.isArray(values) ? { ...values } : values;

const ignore = () => undefined;

/**
 * Generates with one model: submits, watches, fetches. Each intended run is submitted once: a second equal call of the
 * same double click joins the first, and a submit is never sent again by itself. Several runs may go on side by side. The
 * code of a run is loaded beside the page: a call that comes sooner waits for it, and where it can't be had nothing is sent
 * and the error is `not_loaded`.
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
  const { client, ledger, memory, labels, report } = useBacking();
  const cache = useQueryClient();
  const jobs = useLedgerJobs(scope);
  useEffect(() => drawScope(ledger, scope), [ledger, scope]);
  const reasons = useReasons({ model });
  const calls = useRef<Calls>(undefined);
  /** Shared by the calls since the form was left last. */
  const left = useRef<LeftCalls>({});
  const [unwritten, setUnwritten] = useState<UnwrittenCall>();
  // What another user has called for is nothing to this one.
  const last = unwritten?.ledger === ledger ? unwritten : undefined;
  const isWaiting = last !== undefined && !last.error;

  const newest = jobs.findLast((one) => !one.detached);
  const job = newest?.dismissed || isWaiting ? undefined : newest;

  /** Begins a run: before this returns, where its code is there; else as soon as it is. */
  function begin(
    run: (calls: Calls, call: Call) => Promise<JobResult>,
    again: () => void,
  ): Promise<JobResult> {
    /** Once another user has come, what becomes of a call of the one before is not to be seen. */
    const say = (next?: UnwrittenCall) =>
      setUnwritten((shown) =>
        (shown && shown.ledger !== ledger) || fate.as === "forgotten" ? shown : next,
      );
    const fate = left.current;
    const calledAt = performance.now();
    const code = loadFor(client);
    const isLate = code instanceof Promise;
    const call: Call = {
      cache,
      client,
      ledger,
      memory,
      scope,
      labels,
      calledAt,
      isLate,
      left: fate,
      onRefused: (error) => say({ ledger, error }),
    };
    const go = ({ createCalls }: Engine) => {
      say();
      return run((calls.current ??= createCalls()), call);
    };
    setUnwritten({ ledger });
    if (!isLate) return go(code);
    return code.then(go, (cause: unknown) => {
      const error = new EaselError("not_loaded", { cause });
      say({ ledger, error, again });
      report.error(error, { during: "load", modelId: model.id, scope });
      throw error;
    });
  }

  function generateAsync(given: ModelValues<M>): Promise<JobResult> {
    const copy = copyOf(given);
    return begin(
      ({ generate: start }, call) => start(call, model, call.isLate ? copy : given),
      () => generate(copy),
    );
  }

  function leave(as: NonNullable<LeftCalls["as"]>): void {
    setUnwritten(undefined);
    left.current.as = as;
    left.current = {};
  }

  const generate = (values: ModelValues<M>) => void generateAsync(values).catch(ignore);
  const retry = (one: Job) =>
    void begin(
      ({ retry: start }, call) => start(call, one),
      () => retry(one),
    ).catch(ignore);

  return {
    generate,
    generateAsync,
    status: last ? (last.error ? "failed" : "submitting") : (job?.status ?? "idle"),
    isSubmitting: isWaiting || jobs.some((one) => one.status === "submitting" && !one.elsewhere),
    job,
    jobs,
    result: job?.result,
    error: last?.error ?? job?.error,
    progress: job && { startedAt: job.startedAt, latency: job.usual ?? job.latency },
    reasons,
    detach: () => {
      if (isWaiting) leave("detached");
      else if (job) ledger.update(job.attemptId, { detached: true });
    },
    retry: last?.again ?? (() => job && retry(job)),
    check: job?.checkable
      ? () => void engine.now()?.checkJob({ client, ledger, attemptId: job.attemptId })
      : undefined,
    forget: () => {
      if (isWaiting) leave("forgotten");
      else if (job) ledger.forget(job.attemptId);
    },
    reset: () => {
      leave("dismissed");
      if (newest) ledger.update(newest.attemptId, { dismissed: true });
    },
  };
}
