import { settlesWithin } from "./settlesWithin.ts";

export type Background = ReturnType<typeof createBackground>;

export function createBackground() {
  const running = new Set<Promise<unknown>>();
  // Not an AbortSignal, because Node warns of a memory leak if a signal has more than ten listeners.
  const listeners = new Set<() => void>();
  let isClosing = false;

  function onClosing(listener: () => void): () => void {
    if (isClosing) listener();
    else listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  function track<T>(work: Promise<T>): Promise<T> {
    const end = (): void => void running.delete(work);
    running.add(work);
    work.then(end, end);
    return work;
  }

  async function untilIdle(): Promise<void> {
    // oxlint-disable-next-line eslint/no-await-in-loop -- work can start while other work ends
    while (running.size > 0) await Promise.allSettled(running);
  }

  return {
    get isClosing(): boolean {
      return isClosing;
    },
    onClosing,
    /** Runs work in the background. The work must not reject. A shutdown aborts its signal and waits for it to end. */
    run(work: (signal: AbortSignal) => Promise<void>): void {
      const stopping = new AbortController();
      const unsubscribe = onClosing(() => stopping.abort());
      void track(work(stopping.signal).finally(unsubscribe));
    },
    track,
    stop(timeoutMs = Infinity): Promise<boolean> {
      isClosing = true;
      for (const listener of listeners) listener();
      listeners.clear();
      return settlesWithin(untilIdle(), timeoutMs);
    },
  };
}
