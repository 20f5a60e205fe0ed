"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import type { StartRun } from "../runtime/createRuns.ts";
import type { Job } from "../runtime/job.ts";
import { engine } from "../runtime/loadEngine.ts";
import { useBacking } from "./EaselContext.ts";
import { useLedgerJobs } from "./useLedgerJobs.ts";

export interface UseJobsResult {
  /** Every run of this user in this browser, of all scopes and models, oldest first. */
  readonly jobs: readonly Job[];
  /** Stops watching a job. It goes on at the service and stays in `jobs`. */
  readonly detach: (attemptId: string) => void;
  /**
   * Takes a run out for good. One that was not sent yet is not sent, and costs nothing; another goes on at the service,
   * which can't stop it.
   */
  readonly forget: (attemptId: string) => void;
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
 * const { jobs, forget } = useJobs();
 * return jobs.map((job) => (
 *   <button key={job.attemptId} onClick={() => forget(job.attemptId)}>{job.status}</button>
 * ));
 */
export function useJobs(): UseJobsResult {
  const { client, ledger, memory, jobs: list } = useBacking();
  const cache = useQueryClient();
  const jobs = useLedgerJobs();
  const startRun = useRef<StartRun>(undefined);

  // The same functions from one drawing to the next: a list of hundreds is not drawn anew for them.
  const verbs = useMemo(() => {
    const find = (id: string) => list.list().find(({ attemptId }) => attemptId === id);
    return {
      detach: (attemptId: string) => ledger.update(attemptId, { detached: true }),
      forget: ledger.forget,
      markSeen: (attemptId: string) => ledger.update(attemptId, { seen: true }),
      check: (attemptId: string) => {
        if (find(attemptId)?.checkable) void engine.now()?.checkJob({ client, ledger, attemptId });
      },
      retry: (attemptId: string) => {
        const job = find(attemptId);
        const code = engine.now();
        if (!code || !job || job.omitted.length > 0) return;
        const { scope, modelId, latency, input } = job;
        const run = { scope, modelId, latency, input, after: attemptId };
        startRun.current ??= code.createRuns();
        startRun
          .current({ cache, client, ledger, memory }, run, performance.now())
          .catch(() => undefined);
      },
    };
  }, [cache, client, ledger, list, memory]);

  return { jobs, ...verbs };
}
