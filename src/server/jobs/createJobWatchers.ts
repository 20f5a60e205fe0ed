import { nextPollDelay } from "../../polling/nextPollDelay.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { isFinalState } from "../../protocol/jobState.ts";
import { pause } from "../timing/pause.ts";
import { spanUntil } from "../timing/spanUntil.ts";
import type { PolledJob } from "./createJobEntries.ts";

export interface JobListener {
  readonly onPoll: (job: PolledJob) => void;
  readonly onLost: (error: EaselError) => void;
}

type Poll = (signal: AbortSignal) => Promise<PolledJob>;

interface Watcher {
  readonly listeners: Set<JobListener>;
  readonly stop: AbortController;
  last: PolledJob | undefined;
}

/** Number of consecutive `job_not_found` polls after which a job is lost. A replica may not know a new job yet. */
const maxUnknownPolls = 4;
const minPauseMs = 50;

function emit({ listeners }: Watcher, call: (listener: JobListener) => void): void {
  for (const listener of Array.from(listeners)) call(listener);
}

async function watch(watcher: Watcher, poll: Poll): Promise<void> {
  const { signal } = watcher.stop;
  let errors = 0;
  let unknownPolls = 0;
  while (!signal.aborted) {
    let waitMs = 0;
    try {
      const polled = await poll(signal);
      errors = 0;
      unknownPolls = 0;
      watcher.last = polled;
      emit(watcher, ({ onPoll }) => onPoll(polled));
      if (isFinalState(polled.record.state)) return;
      waitMs = polled.waitMs ?? 0;
    } catch (cause) {
      const error = EaselError.is(cause) ? cause : new EaselError("internal", { cause });
      errors += 1;
      unknownPolls = error.code === "job_not_found" ? unknownPolls + 1 : 0;
      if (unknownPolls >= maxUnknownPolls) {
        emit(watcher, ({ onLost }) => onLost(error));
        return;
      }
      waitMs = Math.max(nextPollDelay({ elapsedMs: 0, errors }), spanUntil(error.retryAt));
    }
    await pause(Math.max(minPauseMs, waitMs), { signal });
  }
}

export function createJobWatchers() {
  const watchers = new Map<string, Watcher>();

  return (requestId: string, poll: Poll, listener: JobListener): (() => void) => {
    let watcher = watchers.get(requestId);
    if (!watcher) {
      watcher = { listeners: new Set(), stop: new AbortController(), last: undefined };
      watchers.set(requestId, watcher);
      void watch(watcher, poll).finally(end);
    }
    const joined = watcher;
    function end(): void {
      if (watchers.get(requestId) === joined) watchers.delete(requestId);
    }
    joined.listeners.add(listener);
    if (joined.last) listener.onPoll(joined.last);
    return () => {
      joined.listeners.delete(listener);
      if (joined.listeners.size > 0) return;
      end();
      joined.stop.abort();
    };
  };
}
