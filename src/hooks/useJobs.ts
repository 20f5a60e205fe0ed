"use client";
import type { Job } from "../runtime/job.ts";
import { checkSubmit } from "../runtime/startWatching.ts";
import { submitInputOf } from "../runtime/submit.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useLedgerJobs } from "./useLedgerJobs.ts";
import { useStableActions } from "./useStableActions.ts";

export interface UseJobsResult {
  /** Oldest first. */
  readonly jobs: readonly Job[];
  /** The job continues at the service and stays in `jobs`. */
  readonly stopWatching: (attemptId: string) => void;
  /** Deletes a job. If it was not sent yet, it never is; else it continues at the service. */
  readonly remove: (attemptId: string) => void;
  readonly markSeen: (attemptId: string) => void;
  /** Finds out the outcome of a `checkable` job. Free. */
  readonly check: (attemptId: string) => void;
  /** Submits its input again, which is charged; after `unknown` perhaps twice. Does nothing if values were `omitted`. */
  readonly retry: (attemptId: string) => void;
}

/** Lists the user's jobs in this browser, also of earlier pages, with actions. */
export function useJobs(): UseJobsResult {
  const runtime = useProviderValue();
  const { ledger, jobs: list, submit } = runtime;
  const jobs = useLedgerJobs();

  const find = (id: string) => list.list().find(({ attemptId }) => attemptId === id);
  const actions = useStableActions({
    stopWatching: (attemptId: string) => ledger.update(attemptId, { detached: true }),
    remove: ledger.remove,
    markSeen: (attemptId: string) => ledger.update(attemptId, { seen: true }),
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
