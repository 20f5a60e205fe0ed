import { EaselError } from "../../protocol/EaselError.ts";

/**
 * Creates a function that limits concurrent calls, in total and per caller. Excess calls wait in order, but a caller at
 * its limit is passed over. A waiting call rejects with `aborted` if its signal aborts.
 */
export function createConcurrencyLimit(max: Readonly<Record<"total" | "perCaller", number>>) {
  const running = new Map<string, number>();
  const waiting = new Set<{ readonly caller: string; readonly start: () => void }>();
  let total = 0;

  const isFree = (caller: string): boolean =>
    total < max.total && (running.get(caller) ?? 0) < max.perCaller;

  function count(caller: string, change: 1 | -1): void {
    total += change;
    const left = (running.get(caller) ?? 0) + change;
    if (left > 0) running.set(caller, left);
    else running.delete(caller);
  }

  function startNext(): void {
    for (const next of waiting) {
      if (!isFree(next.caller)) continue;
      waiting.delete(next);
      count(next.caller, 1);
      next.start();
    }
  }

  function acquireSlot(caller: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        waiting.delete(entry);
        reject(new EaselError("aborted"));
      };
      const start = (): void => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const entry = { caller, start };
      if (signal.aborted) {
        leave();
        return;
      }
      signal.addEventListener("abort", leave);
      waiting.add(entry);
      startNext();
    });
  }

  return async <T>(caller: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> => {
    await acquireSlot(caller, signal);
    try {
      return await work();
    } finally {
      count(caller, -1);
      startNext();
    }
  };
}
