import { QueryObserver, type QueryClient } from "@tanstack/react-query";
import type { Client, JobWatch, Ledger, UnfinishedRecord } from "../client/index.ts";
import { followJob } from "../client/followJob.ts";
import { easelKeys } from "./jobCache.ts";
import {
  freshMs,
  isLookDue,
  jobResultOptions,
  jobStatusOptions,
  tellJobStatus,
} from "./queries.ts";

export interface WatchJobOptions {
  readonly cache: QueryClient;
  readonly client: Client;
  readonly ledger: Ledger;
  readonly record: UnfinishedRecord;
  /** Hears of each look. */
  readonly onLook: (watch: JobWatch) => void;
}

export interface JobWatcher {
  /** Looks now, if the handler has not asked for more time. */
  readonly wake: () => void;
  readonly stop: () => void;
}

/**
 * Looks at one job until it ends, and follows its stream where there is one; then fetches what it made. All is written
 * down by the queries themselves.
 */
export function watchJob(options: WatchJobOptions): JobWatcher {
  const { cache, client, ledger, record, onLook } = options;
  const { requestId, latency, startedAt } = record;
  const about = { client, ledger, requestId };
  const stream = followJob({
    client,
    requestId,
    onStatus: (told) => tellJobStatus({ cache, ledger, startedAt }, told),
    onTurn: () => planAnew(),
  });
  const statusOptions = jobStatusOptions({
    ...about,
    latency,
    startedAt,
    putOff: stream.lookDelay,
  });
  const status = new QueryObserver(cache, statusOptions);
  const planAnew = () => status.setOptions(statusOptions);
  const result = new QueryObserver(cache, jobResultOptions({ ...about, ready: false }));

  let last: JobWatch | undefined;
  const notice = () => {
    const { data } = status.getCurrentResult();
    if (data === undefined || data === last) return;
    last = data;
    onLook(data);
    stream.noteLook(data.state);
    if (data.state === "completed") result.setOptions(jobResultOptions(about));
    stream.open();
  };
  const leave = [result.subscribe(() => {}), status.subscribe(notice)];
  notice();

  async function fetchAnew() {
    await cache.cancelQueries({ queryKey: easelKeys.result(requestId), exact: true });
    await result.refetch();
  }

  return {
    wake: () => {
      const { data, dataUpdatedAt, isFetching } = status.getCurrentResult();
      if (data?.state === "completed") {
        // It may be sleeping off an error of the time without a network.
        if (Date.now() - dataUpdatedAt > freshMs) void fetchAnew();
        return;
      }
      const isDue = isLookDue(data, dataUpdatedAt) && !isFetching;
      if (isDue) void status.refetch({ cancelRefetch: false });
      // Planned for a hidden page; now it is seen.
      else planAnew();
      stream.open();
    },
    stop: () => {
      stream.close();
      for (const end of leave) end();
      status.destroy();
      result.destroy();
    },
  };
}
