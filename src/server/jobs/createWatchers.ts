import { nextPollDelay } from "../../polling/nextPollDelay.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { isFinalState } from "../../protocol/jobState.ts";
import { pause } from "../timing/pause.ts";
import { spanUntil } from "../timing/spanUntil.ts";
import type { PolledJob } from "./jobEntry.ts";

/** Hears of a job: of each look at it, and then of its end or of why it can't be followed any more. */
export interface Listener {
  readonly onLook: (look: PolledJob) => void;
  readonly onLost: (error: EaselError) => void;
}

/**
 * Follows a job for a listener until it ends; the function that it returns ends it before.
 *
 * @param look looks at the job, and says how long until the next look
 */
export type WatchJob = (
  requestId: string,
  look: (signal: AbortSignal) => Promise<PolledJob>,
  listener: Listener,
) => () => void;

interface Watcher {
  readonly listeners: Set<Listener>;
  readonly stop: AbortController;
  last: PolledJob | undefined;
}

/** A young job may be unknown for a moment, where the service has several copies of its records. */
const looksUntilGone = 4;
const shortestPauseMs = 50;

function tell({ listeners }: Watcher, say: (listener: Listener) => void): void {
  for (const listener of Array.from(listeners)) say(listener);
}

async function follow(
  watcher: Watcher,
  look: (signal: AbortSignal) => Promise<PolledJob>,
): Promise<void> {
  const { signal } = watcher.stop;
  let errors = 0;
  let unknownLooks = 0;
  while (!signal.aborted) {
    let waitMs = 0;
    try {
      const seen = await look(signal);
      errors = 0;
      unknownLooks = 0;
      watcher.last = seen;
      tell(watcher, ({ onLook }) => onLook(seen));
      if (isFinalState(seen.record.state)) return;
      waitMs = seen.waitMs ?? 0;
    } catch (cause) {
      const error = EaselError.is(cause) ? cause : new EaselError("internal", { cause });
      errors += 1;
      unknownLooks = error.code === "job_not_found" ? unknownLooks + 1 : 0;
      if (unknownLooks >= looksUntilGone) {
        tell(watcher, ({ onLost }) => onLost(error));
        return;
      }
      const planned = nextPollDelay({ elapsedMs: 0, errors });
      waitMs = Math.max(planned, spanUntil(error.retryAt));
    }
    await pause(Math.max(shortestPauseMs, waitMs), { signal });
  }
}

/** Follows each job once in this process, however many listen, and only as long as somebody does. */
export function createWatchers(): WatchJob {
  const watchers = new Map<string, Watcher>();

  return (requestId, look, listener) => {
    let watcher = watchers.get(requestId);
    if (!watcher) {
      watcher = { listeners: new Set(), stop: new AbortController(), last: undefined };
      watchers.set(requestId, watcher);
      void follow(watcher, look).finally(end);
    }
    const joined = watcher;
    function end(): void {
      if (watchers.get(requestId) === joined) watchers.delete(requestId);
    }
    joined.listeners.add(listener);
    if (joined.last) listener.onLook(joined.last);
    return () => {
      joined.listeners.delete(listener);
      if (joined.listeners.size > 0) return;
      end();
      joined.stop.abort();
    };
  };
}
