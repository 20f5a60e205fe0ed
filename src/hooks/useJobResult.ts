"use client";
import { useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { hasPendingJob } from "../ledger/attempt.ts";
import type { EaselError } from "../protocol/EaselError.ts";
import type { JobResult } from "../protocol/wire.ts";
import { easelKeys } from "../runtime/easelKeys.ts";
import { findAttempt } from "../runtime/jobQueries.ts";
import { jobResultOptions } from "../runtime/jobQueries.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useJobStatus } from "./useJobStatus.ts";

export type UseJobResultResult = UseQueryResult<JobResult, EaselError>;

/**
 * What a job made, once it is completed. Watches the job until then; asks for the result until it is had. Free.
 *
 * @example
 * const { data: result } = useJobResult(requestId);
 * return result?.images.map(({ url }) => <img key={url} src={url} alt={result.prompt ?? ""} />);
 */
export function useJobResult(requestId: string | undefined): UseJobResultResult {
  const { client, ledger } = useProviderValue();
  const { data: job } = useJobStatus(requestId);
  const attempt = useSyncExternalStore(
    ledger.subscribe,
    () => findAttempt(ledger, requestId),
    () => undefined,
  );
  // The provider fetches the results of this browser's jobs, for all tabs.
  const isWatched = attempt !== undefined && hasPendingJob(attempt);
  const ready = job?.state === "completed" && !isWatched;
  const known = attempt?.result;
  const queryClient = useQueryClient();
  useEffect(() => {
    // The storage may answer after the query is made, which then takes no initial data on an older TanStack Query.
    const key = easelKeys.result(requestId ?? "");
    if (known && queryClient.getQueryData(key) === undefined) queryClient.setQueryData(key, known);
  }, [queryClient, known, requestId]);
  const options = jobResultOptions({ client, requestId, ready });
  return useQuery({ ...options, ...(known ? { initialData: known } : {}) });
}
