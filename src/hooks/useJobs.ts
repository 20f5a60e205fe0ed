"use client";
import { useMemo } from "react";
import type { Job } from "../runtime/job.ts";
import { submitInputOf } from "../runtime/submit.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useLedgerJobs } from "./useLedgerJobs.ts";

export interface UseJobsResult {
  /** Every run of this user in this browser, of all scopes and models, oldest first. */
  readonly jobs: readonly Job[];
  /** Stops watching a job. It goes on at the service and stays in `jobs`. */
  readonly stopWatching: (attemptId: string) => void;
  /**
   * Takes a run out for good. One that was not sent yet is not sent, and costs nothing; another goes on at the service,
   * which can't stop it.
   */
  readonly remove: (attemptId: string) => void;
  /** Its end was shown to somebody: it is no longer `away`. */
  readonly markSeen: (attemptId: string) => void;
  /** Finds out what became of an `unknown` run. Does nothing for one that is not `checkable`. */
  readonly check: (attemptId: string) => void;
  /**
   * Sends a run's input again as a new run. Costs what one run costs: after `unknown`, perhaps twice. Does nothing for a
   * run with something `omitted`, which has to be given again in a form.
   */
  readonly retry: (attemptId: string) => void;
}

/**
 * Every run that was begun in this browser, also on pages that are gone, and what can be done with each. Nothing is
 * started by it.
 *
 * @example
 * const { jobs, remove } = useJobs();
 * return jobs.map((job) => (
 *   <button key={job.attemptId} onClick={() => remove(job.attemptId)}>{job.status}</button>
 * ));
 */
export function useJobs(): UseJobsResult {
  const { ledger, jobs: list, submit, check } = useProviderValue();
  const jobs = useLedgerJobs();

  const actions = useMemo(() => {
    const find = (id: string) => list.list().find(({ attemptId }) => attemptId === id);
    return {
      stopWatching: (attemptId: string) => ledger.update(attemptId, { detached: true }),
      remove: ledger.remove,
      markSeen: (attemptId: string) => ledger.update(attemptId, { seen: true }),
      check: (attemptId: string) => {
        if (find(attemptId)?.checkable) check(attemptId);
      },
      retry: (attemptId: string) => {
        const job = find(attemptId);
        if (!job || job.omitted.length > 0) return;
        submit(submitInputOf(job), attemptId).catch(() => undefined);
      },
    };
  }, [ledger, list, submit, check]);

  return { jobs, ...actions };
}
