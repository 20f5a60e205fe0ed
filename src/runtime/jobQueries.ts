import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type { Client } from "../client/client.ts";
import type { Attempt } from "../ledger/attempt.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import type { AttemptChange } from "../ledger/mergeAttempts.ts";
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

/** Returns the record of a job that the provider watches, or whose end is known. */
export function findAttempt(ledger: Ledger, requestId: string | undefined): Attempt | undefined {
  return requestId === undefined
    ? undefined
    : ledger.list().find((record) => record.requestId === requestId && !record.detached);
}

/** Stores how a job ended, before anything renders it. */
function storeEnd(
  ledger: Ledger | undefined,
  requestId: string,
  end: Pick<AttemptChange, "error" | "result">,
): void {
  const record = ledger?.list().find((one) => one.requestId === requestId);
  if (!record) return;
  // An image that was too large to keep is downloaded again by the next page: its run ended before.
  const endedAt = record.endedAt === undefined ? { endedAt: Date.now() } : {};
  ledger?.update(record.attemptId, { ...end, ...endedAt });
}

export interface JobStatusOptions {
  readonly client: Client;
  readonly requestId: string | undefined;
  readonly latency?: Model["latency"];
  /** When it was begun, where that is known, in milliseconds since 1970. */
  readonly startedAt?: number | undefined;
  /** Where its end is written down. */
  readonly ledger?: Ledger | undefined;
  /** What earlier runs of the model have taught. */
  readonly history?: (() => PollHistory | undefined) | undefined;
  /** How long the next look may wait, given its time by the schedule: for a job that tells by itself where it stands. */
  readonly putOff?: ((plannedMs: number) => number) | undefined;
}

/** One job's state, looked at until it ends. Its data is the last `JobSnapshot`; an error means that the job is gone. */
export function jobStatusOptions({
  client,
  requestId = "",
  latency,
  startedAt,
  ledger,
  history,
  putOff = (plannedMs) => plannedMs,
}: JobStatusOptions): EaselQueryOptions<JobSnapshot, StatusKey> {
  return queryOptions<JobSnapshot, EaselError, JobSnapshot, StatusKey>({
    ...scheduledOptions,
    queryKey: easelKeys.status(requestId),
    queryFn: async ({ client: cache, queryKey, signal }) => {
      const known =
        cache.getQueryData<JobSnapshot>(queryKey) ?? firstSnapshot(requestId, "queued", startedAt);
      try {
        const watch = await pollJob(client, known, { signal });
        if (watch.error) storeEnd(ledger, requestId, { error: watch.error });
        // It may have told by itself meanwhile.
        return laterSnapshot(cache.getQueryData<JobSnapshot>(queryKey) ?? watch, watch);
      } catch (cause) {
        const error = cause as EaselError;
        const told = cache.getQueryData<JobSnapshot>(queryKey);
        if (told && isFinalState(told.state)) return told;
        if (error.code === "job_not_found") storeEnd(ledger, requestId, { error });
        throw error;
      }
    },
    enabled: requestId !== "",
    refetchOnWindowFocus: ({ state }) => isPollDue(state.data) && "always",
    refetchOnReconnect: ({ state }) => isPollDue(state.data) && "always",
    refetchInterval: ({ state: { data, error, fetchStatus } }) => {
      if (!data || error || isFinalState(data.state)) return false;
      // Planned anew once the look that is under way is over.
      if (fetchStatus === "fetching") return pollTimeoutMs;
      const hidden = document.visibilityState === "hidden";
      return putOff(snapshotPollDelay(data, { latency, history: history?.(), hidden }));
    },
  });
}

/** What a job tells by itself stands where looks put what they find. How it ended is written down first. */
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
  /** The job is known to be completed. @default true */
  readonly ready?: boolean | undefined;
  /** Where its end is written down. */
  readonly ledger?: Ledger | undefined;
}

/** Why the result of a completed job is still not there is shown like a look that came to nothing. */
function noteTrouble(cache: QueryClient, requestId: string, trouble: EaselError): void {
  cache.setQueryData<JobSnapshot>(
    easelKeys.status(requestId),
    (watch) => watch && { ...watch, trouble },
  );
}

/** What a completed job made, asked for until it is had: its error is the last word. */
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
      const onTrouble = (trouble: EaselError) => noteTrouble(cache, requestId, trouble);
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
    // Its error is the last word, so nobody who comes later asks once more.
    enabled: ({ state }) => requestId !== "" && ready && !state.error,
  });
}
