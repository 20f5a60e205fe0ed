import { backgroundPause, type Background } from "./createBackground.ts";
import type { HandlerEvent } from "./handlerEvent.ts";

/** Writes that the store has missed, kept in this process until they succeed. */
export interface WriteBack {
  /**
   * Writes now; after a failure again in the background. Never rejects.
   *
   * @param write may run again after it succeeded, because a store can write and lose its reply
   */
  readonly keep: (write: () => Promise<unknown>) => Promise<void>;
  /** Retries all writes that failed. Never rejects. */
  readonly flush: () => Promise<void>;
}

const maxPending = 10_000;
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;
/** About an hour. Slots have expired by then. */
const maxTries = 65;

export function createWriteBack(
  background: Background,
  report: (event: HandlerEvent) => void,
): WriteBack {
  const pending = new Set<() => Promise<unknown>>();
  let isRetrying = false;

  async function tryWrite(write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
      pending.delete(write);
    } catch (cause) {
      if (!pending.has(write)) report({ type: "error", where: "store", cause });
      pending.add(write);
    }
  }

  async function flush(): Promise<void> {
    await Promise.all([...pending].map(tryWrite));
  }

  async function retry(signal: AbortSignal): Promise<void> {
    let pauseMs = firstPauseMs;
    for (let tries = 0; tries < maxTries && pending.size > 0 && !signal.aborted; tries += 1) {
      await backgroundPause(pauseMs, signal);
      await flush();
      pauseMs = Math.min(longestPauseMs, pauseMs * 2);
    }
    if (!signal.aborted) pending.clear();
    isRetrying = false;
  }

  return {
    async keep(write) {
      await tryWrite(write);
      for (const oldest of pending) {
        if (pending.size <= maxPending) break;
        pending.delete(oldest);
      }
      if (pending.size === 0 || isRetrying) return;
      isRetrying = true;
      background.run(retry);
    },
    flush,
  };
}
