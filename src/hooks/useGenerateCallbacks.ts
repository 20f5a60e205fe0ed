"use client";
import { useState } from "react";
import type { Ledger } from "../ledger/createLedger.ts";
import type { EaselError } from "../protocol/EaselError.ts";
import type { JobResult } from "../protocol/wire.ts";
import type { Job } from "../runtime/job.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useStableActions } from "./useStableActions.ts";

/**
 * Callbacks for calls made by this component. Each is called once per call, from the component's latest render. They're
 * called even after the component unmounts, while the provider is mounted with the same user. `job` is undefined if it
 * was removed or never started.
 */
export interface GenerateCallbacks {
  readonly onSuccess?: ((result: JobResult, job: Job | undefined) => unknown) | undefined;
  /** Also called for an invalid input. */
  readonly onError?: ((error: EaselError, job: Job | undefined) => unknown) | undefined;
  /** Called after `onSuccess` or `onError`. */
  readonly onSettled?:
    | ((
        result: JobResult | undefined,
        error: EaselError | undefined,
        job: Job | undefined,
      ) => unknown)
    | undefined;
}

/** Returns a function that attaches callbacks to a call. Errors in callbacks are unhandled and don't affect it. */
export function useGenerateCallbacks({ onSuccess, onError, onSettled }: GenerateCallbacks) {
  const { jobs, ledger } = useProviderValue();
  const [tied] = useState(() => new WeakSet<Promise<JobResult>>());
  const { settle } = useStableActions({
    settle: (of: Ledger, isOwn: (job: Job) => boolean, result?: JobResult, error?: EaselError) => {
      // Other users must not see the outcome.
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
    // The second click of a double-click returns the same promise.
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
