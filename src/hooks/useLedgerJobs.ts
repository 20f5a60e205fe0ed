"use client";
import { useQueries } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useEasel } from "./EaselContext.ts";
import { deriveJob, type Job } from "./job.ts";
import { jobResultOptions, jobStatusOptions } from "./queries.ts";

/** The runs of one scope, oldest first, each watched until it ends. */
export function useLedgerJobs(scope: string): readonly Job[] {
  const { client, ledger } = useEasel();
  const records = useSyncExternalStore(ledger.subscribe, ledger.list, ledger.list).filter(
    (record) => record.scope === scope,
  );
  const taken = records.filter((record) => record.requestId !== undefined);
  const watches = useQueries({
    queries: taken.map(({ requestId, latency, detached }) => ({
      ...jobStatusOptions({ client, requestId, latency }),
      enabled: !detached,
    })),
  });
  const results = useQueries({
    queries: taken.map(({ requestId, detached }, index) =>
      jobResultOptions({
        client,
        requestId,
        ready: !detached && watches[index]?.data?.state === "completed",
      }),
    ),
  });
  return records.map((record) => {
    const index = taken.indexOf(record);
    const [watch, result] = [watches[index], results[index]];
    return deriveJob(record, {
      watch: watch?.data,
      gone: watch?.error,
      result: result?.data,
      resultError: result?.error,
    });
  });
}
