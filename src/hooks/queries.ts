import { queryOptions, type QueryClient, type UseQueryOptions } from "@tanstack/react-query";
import {
  fetchResult,
  lookAtJob,
  nextLookDelay,
  startWatch,
  type Client,
  type JobWatch,
} from "../client/index.ts";
import type { Model } from "../models/index.ts";
import { EaselError, isFinalState, type JobResult, type JobState } from "../protocol/index.ts";

/** Every key of ours in the app's QueryClient. */
export const easelKeys = {
  all: ["easel"] as const,
  status: (requestId: string) => ["easel", "status", requestId] as const,
  result: (requestId: string) => ["easel", "result", requestId] as const,
};

/** What goes for both: they are asked for by our schedule alone, also in a hidden tab, and kept until the page goes. */
const ours = {
  staleTime: Infinity,
  gcTime: Infinity,
  retry: false,
  networkMode: "always",
  refetchIntervalInBackground: true,
  refetchOnWindowFocus: false,
  refetchOnReconnect: "always",
} as const;

type Options<Data, Key extends readonly unknown[]> = UseQueryOptions<
  Data,
  EaselError,
  Data,
  Key
> & {
  readonly queryKey: Key;
};

type StatusKey = ReturnType<typeof easelKeys.status>;
type ResultKey = ReturnType<typeof easelKeys.result>;

export interface JobStatusOptions {
  readonly client: Client;
  readonly requestId: string | undefined;
  readonly latency?: Model["latency"];
}

/** One job's state, looked at until it ends. Its data is the last `JobWatch`; an error means that the job is gone. */
export function jobStatusOptions({
  client,
  requestId = "",
  latency,
}: JobStatusOptions): Options<JobWatch, StatusKey> {
  return queryOptions<JobWatch, EaselError, JobWatch, StatusKey>({
    ...ours,
    queryKey: easelKeys.status(requestId),
    queryFn: ({ client: cache, queryKey, signal }) =>
      lookAtJob(client, cache.getQueryData<JobWatch>(queryKey) ?? startWatch(requestId), {
        signal,
      }),
    enabled: requestId !== "",
    refetchInterval: ({ state: { data, error } }) =>
      !data || error || isFinalState(data.state)
        ? false
        : nextLookDelay(data, { latency, hidden: document.visibilityState === "hidden" }),
  });
}

/** Puts a job that was just taken where its status is looked for, so that the first look waits for its time. */
export function seedJobStatus(cache: QueryClient, requestId: string, state: JobState): void {
  cache.setQueryData<JobWatch>(easelKeys.status(requestId), startWatch(requestId, state));
}

export interface JobResultOptions {
  readonly client: Client;
  readonly requestId: string | undefined;
  /** The job is known to be completed. @default true */
  readonly ready?: boolean | undefined;
}

/** What a completed job made, asked for until it is had: its error is the last word. */
export function jobResultOptions({
  client,
  requestId = "",
  ready = true,
}: JobResultOptions): Options<JobResult, ResultKey> {
  return queryOptions<JobResult, EaselError, JobResult, ResultKey>({
    ...ours,
    queryKey: easelKeys.result(requestId),
    queryFn: ({ signal }) => fetchResult(client, requestId, signal),
    enabled: requestId !== "" && ready,
  });
}
