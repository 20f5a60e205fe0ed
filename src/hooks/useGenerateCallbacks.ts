"use client";
import { useState } from "react";
import type { Ledger } from "../ledger/createLedger.ts";
import type { EaselError } from "../protocol/EaselError.ts";
import type { JobResult } from "../protocol/wire.ts";
import type { Job } from "../runtime/job.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useStableActions } from "./useStableActions.ts";

/**
 * Callbacks for the calls that this component made: once for each, from its latest render, and also after it unmounted, as
 * long as the provider is mounted with the same user. `job` is undefined if it was removed or not begun.
 */
export interface GenerateCallbacks {
  readonly onSuccess?: ((result: JobResult, job: Job | undefined) => unknown) | undefined;
  /** Also called for an invalid input. */
  readonly onError?: ((error: EaselError, job: Job | undefined) => unknown) | undefined;
  /** Called after either. */
  readonly onSettled?:
    | ((
        result: JobResult | undefined,
        error: EaselError | undefined,
        job: Job | undefined,
      ) => unknown)
    | undefined;
}

/** Returns a function that ties the callbacks to a call. Their errors are unhandled, and don't change its outcome. */
export function useGenerateCallbacks({ onSuccess, onError, onSettled }: GenerateCallbacks) {
  const { jobs, ledger } = useProviderValue();
  const [tied] = useState(() => new WeakSet<Promise<JobResult>>());
  const { settle } = useStableActions({
    settle: (of: Ledger, isOwn: (job: Job) => boolean, result?: JobResult, error?: EaselError) => {
      // Another user must not see it.
      if (of !== ledger) return;
      const job = jobs.list().find(isOwn);
      try {
        if (result) onSuccess?.(result, job);
        if (error) onError?.(error, job);
      } finally {
        onSettled?.(result, error, job);
      }
    },
  });

  return (call: Promise<JobResult>): Promise<JobResult> => {
    // The second call of a double click is the first.
    if (tied.has(call)) return call;
    tied.add(call);
    call.then(
      (result) => settle(ledger, ({ requestId }) => requestId === result.requestId, result),
      (error: EaselError) =>
        settle(ledger, ({ attemptId }) => attemptId === error.attemptId, undefined, error),
    );
    return call;
  };
}
