"use client";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { EaselError, JobResult } from "../protocol/index.ts";
import { useEasel } from "./EaselContext.ts";
import { jobResultOptions } from "./queries.ts";
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
  const { client } = useEasel();
  const { data: job } = useJobStatus(requestId);
  return useQuery(jobResultOptions({ client, requestId, ready: job?.state === "completed" }));
}
