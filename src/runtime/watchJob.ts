import { QueryObserver, type QueryClient } from "@tanstack/react-query";
import type { Client } from "../client/client.ts";
import type { PendingAttempt } from "../ledger/attempt.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import { currentPageId } from "../ledger/currentPageId.ts";
import { isFresh, isPollDue, type JobSnapshot } from "../polling/jobSnapshot.ts";
import type { PollHistory } from "../polling/pollHistory.ts";
import { isFinalState } from "../protocol/jobState.ts";
import { easelKeys } from "./easelKeys.ts";
import { applyJobStatus, jobResultOptions, jobStatusOptions } from "./jobQueries.ts";
import { streamJob } from "./streamJob.ts";
import type { ResumeReason } from "./tabs/onResume.ts";

interface WatchJobOptions {
  readonly cache: QueryClient;
  readonly client: Client;
  readonly ledger: Ledger;
  readonly attempt: PendingAttempt;
  readonly history?: (() => PollHistory) | undefined;
  readonly onSnapshot: (snapshot: JobSnapshot) => void;
  /** Called with the snapshot that first reported the job's end. Not called if the end was already known. */
  readonly onEnd?: ((snapshot: JobSnapshot) => void) | undefined;
}

export type JobWatcher = ReturnType<typeof watchJob>;

/** Polls a job and streams its events until the job ends, and then fetches its result. */
export function watchJob(options: WatchJobOptions) {
  const { cache, client, ledger, attempt, history, onSnapshot, onEnd } = options;
  const { requestId, latency, startedAt } = attempt;
  const shared = { client, ledger, requestId };
  const stream = streamJob({
    client,
    requestId,
    onStatus: (update) => applyJobStatus({ cache, ledger, startedAt }, update),
    onAliveChange: () => reschedule(),
  });
  const statusOptions = jobStatusOptions({
    ...shared,
    latency,
    startedAt,
    history,
    pollDelay: stream.pollDelay,
  });
  const status = new QueryObserver(cache, statusOptions);
  const reschedule = () => status.setOptions(statusOptions);
  const result = new QueryObserver(cache, jobResultOptions({ ...shared, ready: false }));

  /** Returns whether the job's duration is known. It isn't if another page's job ended before the first poll. */
  const isInformative = ({ observations }: JobSnapshot) =>
    observations.unfinishedMs > 0 || attempt.pageId === currentPageId();

  const hasEnded = (snapshot: JobSnapshot | undefined) =>
    !!snapshot && isFinalState(snapshot.state);

  let last: JobSnapshot | undefined;
  let wasEnded = hasEnded(status.getCurrentResult().data);
  const handleUpdate = () => {
    const { data } = status.getCurrentResult();
    if (data === undefined || data === last) return;
    last = data;
    onSnapshot(data);
    if (!wasEnded && hasEnded(data) && isInformative(data)) onEnd?.(data);
    wasEnded = hasEnded(data);
    stream.notePoll(data.state);
    if (data.state === "completed") result.setOptions(jobResultOptions(shared));
    stream.open();
  };
  const unsubscribes = [result.subscribe(() => {}), status.subscribe(handleUpdate)];
  handleUpdate();

  async function refetchResult() {
    await cache.cancelQueries({ queryKey: easelKeys.result(requestId), exact: true });
    await result.refetch();
  }

  async function refetchStatus() {
    if (status.getCurrentResult().isFetching) {
      await cache.cancelQueries({ queryKey: easelKeys.status(requestId), exact: true });
    }
    await status.refetch();
  }

  return {
    /** Polls immediately unless the last response is too recent or the handler's retry time hasn't been reached. */
    resume: (reason?: ResumeReason) => {
      const { data, isFetching } = status.getCurrentResult();
      if (data?.state === "completed") {
        // The download may be waiting to retry after a network error.
        if (!isFresh(data)) void refetchResult();
        return;
      }
      // A request sent over a lost connection may never get a response.
      const isStale = !isFetching || reason === "online";
      if (isStale && isPollDue(data)) void refetchStatus();
      else reschedule();
      stream.open();
    },
    stop: () => {
      stream.close();
      for (const unsubscribe of unsubscribes) unsubscribe();
      status.destroy();
      result.destroy();
    },
  };
}
