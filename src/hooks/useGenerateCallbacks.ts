"use client";
import { useState } from "react";
import type { Ledger } from "../ledger/createLedger.ts";
import type { EaselError } from "../protocol/EaselError.ts";
import type { JobResult } from "../protocol/wire.ts";
import type { Job } from "../runtime/job.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useStableActions } from "./useStableActions.ts";

/**
 * Callbacks for this component's calls to `generate`, `generateAsync`, and `retry`. The callbacks from the latest
 * render run, even after the component unmounts, as long as the provider stays mounted with the same user. The `job`
 * argument is undefined if the job was removed or never started.
 */
export interface GenerateCallbacks {
  readonly onSuccess?: ((result: JobResult, job: Job | undefined) => unknown) | undefined;
  /** Called when a call fails, for example because of invalid input. */
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

/** Returns a function that attaches callbacks to a promise. Errors in callbacks become unhandled rejections. */
export function useGenerateCallbacks({ onSuccess, onError, onSettled }: GenerateCallbacks) {
  const { jobs, ledger } = useProviderValue();
  const [tied] = useState(() => new WeakSet<Promise<JobResult>>());
  const { settle } = useStableActions({
    settle: (of: Ledger, isOwn: (job: Job) => boolean, result?: JobResult, error?: EaselError) => {
      // If the user has changed, the new user must not see the outcome.
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
    // Both calls of a double click return the same promise, so callbacks are attached only once.
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
