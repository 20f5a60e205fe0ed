"use client";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { JobWatch } from "../client/index.ts";
import type { EaselError } from "../protocol/index.ts";
import { useEasel } from "./EaselContext.ts";
import { jobStatusOptions } from "./queries.ts";

export type UseJobStatusResult = UseQueryResult<JobWatch, EaselError>;

/**
 * Watches one job by its id until it ends. Free: a look costs nothing. A look that comes to nothing is in
 * `data.trouble` and the watching goes on; `error` means that the job is gone.
 *
 * @example
 * const { data: job } = useJobStatus(requestId);
 * return <p>{job?.state ?? "unknown"}</p>;
 */
export function useJobStatus(requestId: string | undefined): UseJobStatusResult {
  const { client } = useEasel();
  return useQuery(jobStatusOptions({ client, requestId }));
}
