import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type { Client } from "../client/client.ts";
import type { Attempt, AttemptChange } from "../ledger/attempt.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import type { Model } from "../models/defineModel.ts";
import {
  laterSnapshot,
  isPollDue,
  pollTimeoutMs,
  snapshotPollDelay,
  applyStatus,
  type JobSnapshot,
} from "../polling/jobSnapshot.ts";
import type { PollHistory } from "../polling/pollHistory.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { isFinalState } from "../protocol/jobState.ts";
import type { JobResult, JobStatus } from "../protocol/wire.ts";
import { easelKeys, scheduledOptions, type EaselQueryOptions } from "./easelKeys.ts";
import { fetchResult } from "./fetchResult.ts";
import { firstSnapshot } from "./firstSnapshot.ts";
import { pollJob } from "./pollJob.ts";

type StatusKey = ReturnType<typeof easelKeys.status>;
type ResultKey = ReturnType<typeof easelKeys.result>;

export function findAttempt(ledger: Ledger, requestId: string | undefined): Attempt | undefined {
  return requestId === undefined
    ? undefined
    : ledger.list().find((attempt) => attempt.requestId === requestId && !attempt.detached);
}

/** Stores a job's result or error in the ledger before the page renders it. */
function storeEnd(
  ledger: Ledger | undefined,
  requestId: string,
  end: Pick<AttemptChange, "error" | "result">,
): void {
  const attempt = ledger?.list().find((one) => one.requestId === requestId);
  if (!attempt) return;
  // Keeps the first end time, because a result that is too large to store is downloaded again later.
  const endedAt = attempt.endedAt === undefined ? { endedAt: Date.now() } : {};
  ledger?.update(attempt.attemptId, { ...end, ...endedAt });
}

export interface JobStatusOptions {
  readonly client: Client;
  readonly requestId: string | undefined;
  readonly latency?: Model["latency"];
  /** Time of submission, in milliseconds since 1970. */
  readonly startedAt?: number | undefined;
  readonly ledger?: Ledger | undefined;
  readonly history?: (() => PollHistory | undefined) | undefined;
  readonly pollDelay?: ((scheduledMs: number) => number) | undefined;
}

/** Creates a query that polls a job until the job ends. The query fails only if the job no longer exists. */
export function jobStatusOptions({
  client,
  requestId = "",
  latency,
  startedAt,
  ledger,
  history,
  pollDelay = (scheduledMs) => scheduledMs,
}: JobStatusOptions): EaselQueryOptions<JobSnapshot, StatusKey> {
  return queryOptions<JobSnapshot, EaselError, JobSnapshot, StatusKey>({
    ...scheduledOptions,
    queryKey: easelKeys.status(requestId),
    queryFn: async ({ client: cache, queryKey, signal }) => {
      const cached = () => cache.getQueryData<JobSnapshot>(queryKey);
      const before = cached() ?? firstSnapshot(requestId, "queued", startedAt);
      try {
        const polled = await pollJob(client, before, { signal });
        if (polled.error) storeEnd(ledger, requestId, { error: polled.error });
        // A stream may have updated the cache during the poll.
        return laterSnapshot(cached() ?? polled, polled);
      } catch (cause) {
        const error = cause as EaselError;
        const streamed = cached();
        if (streamed && isFinalState(streamed.state)) return streamed;
        if (error.code === "job_not_found") storeEnd(ledger, requestId, { error });
        throw error;
      }
    },
    enabled: requestId !== "",
    refetchOnWindowFocus: ({ state }) => isPollDue(state.data) && "always",
    refetchOnReconnect: ({ state }) => isPollDue(state.data) && "always",
    refetchInterval: ({ state: { data, error, fetchStatus } }) => {
      if (!data || error || isFinalState(data.state)) return false;
      // The next delay is calculated when the current poll ends.
      if (fetchStatus === "fetching") return pollTimeoutMs;
      const hidden = document.visibilityState === "hidden";
      return pollDelay(snapshotPollDelay(data, { latency, history: history?.(), hidden }));
    },
  });
}

export function applyJobStatus(
  { cache, ledger, startedAt }: { cache: QueryClient; ledger: Ledger; startedAt: number },
  status: JobStatus,
): void {
  const { requestId, error } = status;
  if (error) storeEnd(ledger, requestId, { error });
  cache.setQueryData<JobSnapshot>(easelKeys.status(requestId), (known) =>
    applyStatus(known ?? firstSnapshot(requestId, "queued", startedAt), status),
  );
}

export interface JobResultOptions {
  readonly client: Client;
  readonly requestId: string | undefined;
  /** Whether the job is completed and its result can be fetched. @default true */
  readonly ready?: boolean | undefined;
  readonly ledger?: Ledger | undefined;
}

/** Creates a query that fetches a result and retries transient errors. If the query fails, its error is final. */
export function jobResultOptions({
  client,
  requestId = "",
  ready = true,
  ledger,
}: JobResultOptions): EaselQueryOptions<JobResult, ResultKey> {
  return queryOptions<JobResult, EaselError, JobResult, ResultKey>({
    ...scheduledOptions,
    queryKey: easelKeys.result(requestId),
    queryFn: async ({ client: cache, signal }) => {
      const onTrouble = (trouble: EaselError) =>
        cache.setQueryData<JobSnapshot>(
          easelKeys.status(requestId),
          (snapshot) => snapshot && { ...snapshot, trouble },
        );
      try {
        const result = await fetchResult(client, requestId, { signal, onTrouble });
        storeEnd(ledger, requestId, { result });
        return result;
      } catch (cause) {
        const error = cause as EaselError;
        if (error.code !== "aborted") storeEnd(ledger, requestId, { error });
        throw error;
      }
    },
    // Prevents new observers from refetching after a final error.
    enabled: ({ state }) => requestId !== "" && ready && !state.error,
  });
}
