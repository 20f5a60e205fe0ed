"use client";
import { useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { hasPendingJob } from "../ledger/attempt.ts";
import type { EaselError } from "../protocol/EaselError.ts";
import type { JobResult } from "../protocol/wire.ts";
import { easelKeys } from "../runtime/easelKeys.ts";
import { findAttempt, jobResultOptions } from "../runtime/jobQueries.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useJobStatus } from "./useJobStatus.ts";

export type UseJobResultResult = UseQueryResult<JobResult, EaselError>;

/** Polls a job until it ends. Returns a TanStack Query result whose `data` is the job's result. Free of charge. */
export function useJobResult(requestId: string | undefined): UseJobResultResult {
  const { client, ledger } = useProviderValue();
  const { data: job } = useJobStatus(requestId);
  const attempt = useSyncExternalStore(
    ledger.subscribe,
    () => findAttempt(ledger, requestId),
    () => undefined,
  );
  // The provider already fetches the results of this browser's pending jobs.
  const isWatched = attempt !== undefined && hasPendingJob(attempt);
  const ready = job?.state === "completed" && !isWatched;
  const known = attempt?.result;
  const queryClient = useQueryClient();
  useEffect(() => {
    // Older versions of TanStack Query ignore initial data that becomes available after the query is created, such as
    // data from an asynchronous storage.
    const key = easelKeys.result(requestId ?? "");
    if (known && queryClient.getQueryData(key) === undefined) queryClient.setQueryData(key, known);
  }, [queryClient, known, requestId]);
  const options = jobResultOptions({ client, requestId, ready });
  return useQuery({ ...options, ...(known ? { initialData: known } : {}) });
}
