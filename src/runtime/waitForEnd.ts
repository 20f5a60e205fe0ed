import type { Client } from "../client/client.ts";
import type { Model } from "../models/defineModel.ts";
import {
  laterSnapshot,
  snapshotPollDelay,
  applyStatus,
  type JobSnapshot,
} from "../polling/jobSnapshot.ts";
import type { PollHistory } from "../polling/pollHistory.ts";
import { isFinalState } from "../protocol/jobState.ts";
import { pollJob } from "./pollJob.ts";
import { sleep } from "./sleep.ts";
import { streamJob } from "./streamJob.ts";

interface WaitForEndOptions {
  readonly signal: AbortSignal;
  readonly latency: Model["latency"];
  readonly history: (() => PollHistory) | undefined;
  readonly onStatus: ((snapshot: JobSnapshot) => void) | undefined;
}

export async function waitForEnd(
  client: Client,
  first: JobSnapshot,
  { signal, latency, history, onStatus }: WaitForEndOptions,
): Promise<JobSnapshot> {
  let snapshot = first;
  let pause = new AbortController();
  const end = new AbortController();
  const stop = () => {
    end.abort();
    pause.abort();
  };
  const update = (next: JobSnapshot) => {
    snapshot = next;
    if (isFinalState(snapshot.state)) stop();
    onStatus?.(snapshot);
  };
  const stream = streamJob({
    client,
    requestId: first.requestId,
    onStatus: (status) => update(applyStatus(snapshot, status)),
    onAliveChange: () => pause.abort(),
  });
  const poll = async () => {
    const polled = await pollJob(client, snapshot, { signal: end.signal });
    update(laterSnapshot(snapshot, polled));
    stream.notePoll(snapshot.state);
  };

  signal.addEventListener("abort", stop);
  try {
    while (!isFinalState(snapshot.state)) {
      stream.open();
      pause = new AbortController();
      await sleep(
        stream.pollDelay(snapshotPollDelay(snapshot, { latency, history: history?.() })),
        pause.signal,
      );
      // The sleep also ends when the signal is aborted.
      signal.throwIfAborted();
      if (pause.signal.aborted) continue;
      await poll().catch((error: unknown) => {
        if (!isFinalState(snapshot.state)) throw error;
      });
    }
  } finally {
    signal.removeEventListener("abort", stop);
    stream.close();
  }
  return snapshot;
}
