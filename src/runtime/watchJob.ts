import { QueryObserver, type QueryClient } from "@tanstack/react-query";
import type { Client } from "../client/client.ts";
import type { PendingAttempt } from "../ledger/attempt.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import { currentPageId } from "../ledger/currentPageId.ts";
import { isFresh, isPollDue, type JobSnapshot } from "../polling/jobSnapshot.ts";
import type { PollHistory } from "../polling/pollHistory.ts";
import { isFinalState } from "../protocol/jobState.ts";
import { easelKeys } from "./easelKeys.ts";
import { jobResultOptions, jobStatusOptions, applyJobStatus } from "./jobQueries.ts";
import { streamJob } from "./streamJob.ts";
import type { Wake } from "./tabs/onResume.ts";

export interface WatchJobOptions {
  readonly cache: QueryClient;
  readonly client: Client;
  readonly ledger: Ledger;
  readonly record: PendingAttempt;
  /** What earlier runs of its model have taught. */
  readonly history?: (() => PollHistory) | undefined;
  /** Hears of each look. */
  readonly onLook: (watch: JobSnapshot) => void;
  /** Hears, once a job, of the look or the event that found it ended; not of an end that was found before. */
  readonly onEnd?: ((watch: JobSnapshot) => void) | undefined;
}

export interface JobWatcher {
  /** Looks now, if the handler has not asked for more time. */
  readonly wake: (why?: Wake) => void;
  readonly stop: () => void;
}

/**
 * Looks at one job until it ends, and follows its stream where there is one; then fetches what it made. All is written
 * down by the queries themselves.
 */
export function watchJob(options: WatchJobOptions): JobWatcher {
  const { cache, client, ledger, record, history, onLook, onEnd } = options;
  const { requestId, latency, startedAt } = record;
  const about = { client, ledger, requestId };
  const stream = streamJob({
    client,
    requestId,
    onStatus: (told) => applyJobStatus({ cache, ledger, startedAt }, told),
    onTurn: () => planAnew(),
  });
  const statusOptions = jobStatusOptions({
    ...about,
    latency,
    startedAt,
    history,
    putOff: stream.lookDelay,
  });
  const status = new QueryObserver(cache, statusOptions);
  const planAnew = () => status.setOptions(statusOptions);
  const result = new QueryObserver(cache, jobResultOptions({ ...about, ready: false }));

  /** An earlier page may have seen more of it: that it had ended before this one looked teaches nothing. */
  const isTaught = ({ observations }: JobSnapshot) =>
    observations.unfinishedMs > 0 || record.pageId === currentPageId();

  const hasEnded = (watch: JobSnapshot | undefined) => !!watch && isFinalState(watch.state);

  let last: JobSnapshot | undefined;
  let isOver = hasEnded(status.getCurrentResult().data);
  const notice = () => {
    const { data } = status.getCurrentResult();
    if (data === undefined || data === last) return;
    last = data;
    onLook(data);
    if (!isOver && hasEnded(data) && isTaught(data)) onEnd?.(data);
    isOver = hasEnded(data);
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

  async function lookAnew() {
    if (status.getCurrentResult().isFetching) {
      await cache.cancelQueries({ queryKey: easelKeys.status(requestId), exact: true });
    }
    await status.refetch();
  }

  return {
    wake: (why) => {
      const { data, isFetching } = status.getCurrentResult();
      if (data?.state === "completed") {
        // It may be sleeping off an error of the time without a network.
        if (!isFresh(data)) void fetchAnew();
        return;
      }
      // What was asked over the network that is gone may never be answered.
      const isStale = !isFetching || why === "online";
      if (isStale && isPollDue(data)) void lookAnew();
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
