import type { Report } from "../events/handlerEvent.ts";
import type { Background } from "../timing/createBackground.ts";
import { pause } from "../timing/pause.ts";
import { dropOldest } from "./dropOldest.ts";

type Write = () => Promise<unknown>;

export type WriteBack = ReturnType<typeof createWriteBack>;

const maxPending = 10_000;
const lifeMs = 3_600_000;
/** Number of writes in a batch. Limits the load on a store that has just recovered. */
const batchSize = 100;
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;
const closingPauseMs = 1_000;

export function createWriteBack(background: Background, report: Report) {
  const pending = new Map<Write, number>();
  let flushing: Promise<void> | undefined;
  let isRetrying = false;

  async function tryWrite(write: Write, until: number): Promise<boolean> {
    try {
      await write();
      pending.delete(write);
      return true;
    } catch (cause) {
      if (!pending.delete(write)) report({ type: "error", where: "store", cause });
      if (performance.now() < until) pending.set(write, until);
      return false;
    }
  }

  async function flushQueue(): Promise<void> {
    const queue = [...pending];
    for (let start = 0; start < queue.length; start += batchSize) {
      const batch = queue.slice(start, start + batchSize);
      // oxlint-disable-next-line eslint/no-await-in-loop -- one batch at a time
      const results = await Promise.all(batch.map(([write, until]) => tryWrite(write, until)));
      if (!results.includes(true)) return;
    }
  }

  function flush(): Promise<void> {
    flushing ??= flushQueue().finally(() => {
      flushing = undefined;
    });
    return flushing;
  }

  async function retry(signal: AbortSignal): Promise<void> {
    for (let pauseMs = firstPauseMs; pending.size > 0; pauseMs *= 2) {
      // oxlint-disable-next-line eslint/no-await-in-loop -- retries run in sequence
      await (signal.aborted
        ? pause(closingPauseMs, { isBackground: true })
        : pause(Math.min(longestPauseMs, pauseMs), { signal, isBackground: true }));
      // oxlint-disable-next-line eslint/no-await-in-loop -- retries run in sequence
      await flush();
    }
    isRetrying = false;
  }

  /** Calls `write`, and retries it in the background. Never rejects. If a reply is lost, `write` may run twice. */
  async function keep(write: Write): Promise<void> {
    await tryWrite(write, performance.now() + lifeMs);
    dropOldest(pending, maxPending);
    if (pending.size === 0 || isRetrying) return;
    isRetrying = true;
    background.run(retry);
  }

  return { keep, flush };
}
