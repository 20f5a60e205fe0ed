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

export interface WaitForEndOptions {
  readonly signal: AbortSignal;
  readonly latency: Model["latency"];
  /** What earlier runs of the model have taught. */
  readonly history: (() => PollHistory) | undefined;
  readonly onStatus: ((watch: JobSnapshot) => void) | undefined;
}

/** Looks at a job until it ends, and follows its stream where there is one. */
export async function waitForEnd(
  client: Client,
  first: JobSnapshot,
  { signal, latency, history, onStatus }: WaitForEndOptions,
): Promise<JobSnapshot> {
  let watch = first;
  let pause = new AbortController();
  const over = new AbortController();
  const stop = () => {
    over.abort();
    pause.abort();
  };
  const note = (next: JobSnapshot) => {
    watch = next;
    if (isFinalState(watch.state)) stop();
    onStatus?.(watch);
  };
  const stream = streamJob({
    client,
    requestId: first.requestId,
    onStatus: (told) => note(applyStatus(watch, told)),
    onTurn: () => pause.abort(),
  });
  const look = async () => {
    const found = await pollJob(client, watch, { signal: over.signal });
    note(laterSnapshot(watch, found));
    stream.noteLook(watch.state);
  };

  signal.addEventListener("abort", stop);
  try {
    while (!isFinalState(watch.state)) {
      stream.open();
      pause = new AbortController();
      await sleep(
        stream.lookDelay(snapshotPollDelay(watch, { latency, history: history?.() })),
        pause.signal,
      );
      // A client of the app's own may not hear the signal.
      signal.throwIfAborted();
      if (pause.signal.aborted) continue;
      await look().catch((error: unknown) => {
        if (!isFinalState(watch.state)) throw error;
      });
    }
  } finally {
    signal.removeEventListener("abort", stop);
    stream.close();
  }
  return watch;
}
