"use client";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { hasPendingJob } from "../ledger/attempt.ts";
import type { JobSnapshot } from "../polling/jobSnapshot.ts";
import type { EaselError } from "../protocol/EaselError.ts";
import { findAttempt } from "../runtime/jobQueries.ts";
import { jobStatusOptions } from "../runtime/jobQueries.ts";
import { useProviderValue } from "./EaselContext.ts";

export type UseJobStatusResult = UseQueryResult<JobSnapshot, EaselError>;

/**
 * Watches one job by its id until it ends. Free: a look costs nothing. A look that comes to nothing is in
 * `data.trouble` and the watching goes on; `error` means that the job is gone.
 *
 * @example
 * const { data: job } = useJobStatus(requestId);
 * return <p>{job?.state ?? "unknown"}</p>;
 */
export function useJobStatus(requestId: string | undefined): UseJobStatusResult {
  const { client, ledger } = useProviderValue();
  // The provider polls the jobs of this browser, for all tabs.
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
