"use client";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { hasPendingJob } from "../ledger/attempt.ts";
import type { JobSnapshot } from "../polling/jobSnapshot.ts";
import type { EaselError } from "../protocol/EaselError.ts";
import { findAttempt, jobStatusOptions } from "../runtime/jobQueries.ts";
import { useProviderValue } from "./EaselContext.ts";

export type UseJobStatusResult = UseQueryResult<JobSnapshot, EaselError>;

/** Polls a job until it ends. `data.trouble` is a transient error; `error` means the job is gone. Free of charge. */
export function useJobStatus(requestId: string | undefined): UseJobStatusResult {
  const { client, ledger } = useProviderValue();
  // The provider already polls this browser's pending jobs.
  const isWatched = useSyncExternalStore(
    ledger.subscribe,
    () => {
      const attempt = findAttempt(ledger, requestId);
      return attempt !== undefined && hasPendingJob(attempt);
    },
    () => false,
  );
  return useQuery({
    ...jobStatusOptions({ client, requestId }),
    ...(isWatched ? { enabled: false } : {}),
  });
}
