"use client";
import { isPending } from "../runtime/isPending.ts";
import type { Job } from "../runtime/job.ts";
import { checkSubmit, stopJob } from "../runtime/startWatching.ts";
import { submitInputOf } from "../runtime/submit.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useHostConfig } from "./useHostConfig.ts";
import { useLedgerJobs } from "./useLedgerJobs.ts";
import { useStableActions } from "./useStableActions.ts";

export interface UseJobsResult {
  /** The user's jobs, oldest first. */
  readonly jobs: readonly Job[];
  /** Stops watching a job, which continues at the service and stays in `jobs`. To stop the job, use `cancel`. */
  readonly stopWatching: (attemptId: string) => void;
  /** Asks the service to stop a `cancelable` job, which may still be charged. Sent once, and free of charge. */
  readonly cancel: (attemptId: string) => void;
  /** Deletes a job from this browser. A job that wasn't sent is canceled. A sent job continues at the service. */
  readonly remove: (attemptId: string) => void;
  readonly markSeen: (attemptId: string) => void;
  /** Checks the outcome of a `checkable` job. Free of charge. */
  readonly check: (attemptId: string) => void;
  /**
   * Resubmits a job's input. The service charges for the new generation. If the job's status is `unknown`, you may be
   * charged twice. Does nothing if values were `omitted`.
   */
  readonly retry: (attemptId: string) => void;
}

/** Returns the user's jobs in this browser, including those from earlier pages, and actions for them. */
export function useJobs(): UseJobsResult {
  const runtime = useProviderValue();
  const { client, ledger, jobs: list, submit } = runtime;
  const jobs = useLedgerJobs();
  // The config says whether pending jobs can be stopped. `useGenerate` always requests it.
  useHostConfig({ enabled: client.cancelJob !== undefined && jobs.some(isPending) });

  const find = (id: string) => list.list().find(({ attemptId }) => attemptId === id);
  const actions = useStableActions({
    stopWatching: (attemptId: string) => ledger.update(attemptId, { detached: true }),
    remove: ledger.remove,
    markSeen: (attemptId: string) => ledger.update(attemptId, { seen: true }),
    cancel: (attemptId: string) => {
      if (find(attemptId)?.cancelable) void stopJob(runtime, attemptId);
    },
    check: (attemptId: string) => {
      if (find(attemptId)?.checkable) void checkSubmit(runtime, attemptId);
    },
    retry: (attemptId: string) => {
      const job = find(attemptId);
      if (!job || job.omitted.length > 0) return;
      submit(submitInputOf(job), attemptId).catch(() => undefined);
    },
  });

  return { jobs, ...actions };
}
