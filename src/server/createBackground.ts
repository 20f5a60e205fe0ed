import { unrefTimer } from "./unrefTimer.ts";

/** Work of a handler that no request waits for. */
export interface Background {
  /** Starts work that must not reject. It ends soon after its signal is aborted. */
  run(work: (signal: AbortSignal) => Promise<void>): void;
  /** Aborts all work, and resolves when it has ended. */
  stop(): Promise<void>;
}

/** Creates a handler's background work. */
export function createBackground(): Background {
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  return {
    run(work) {
      const done = work(stopping.signal).finally(() => running.delete(done));
      running.add(done);
    },
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

/** Resolves after `ms` milliseconds or when the signal is aborted. Doesn't keep a Node process alive. */
export function backgroundPause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = unrefTimer(end, ms);
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
  });
}
