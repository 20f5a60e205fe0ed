import { EaselError } from "../../protocol/EaselError.ts";

/** Runs work once a slot is free. */
export type Limit = <T>(caller: string, signal: AbortSignal, work: () => Promise<T>) => Promise<T>;

interface Waiting {
  readonly caller: string;
  readonly start: () => void;
}

/**
 * Limits how much work runs at once in this process, in all and for each caller. What is above waits, in order; a caller with
 * too much of it is passed over.
 *
 * @throws EaselError `aborted` when the signal is aborted while the work waits; it doesn't start then
 */
export function createLimit(most: { readonly inAll: number; readonly each: number }): Limit {
  const running = new Map<string, number>();
  const waiting = new Set<Waiting>();
  let inAll = 0;

  const hasRoom = (caller: string): boolean =>
    inAll < most.inAll && (running.get(caller) ?? 0) < most.each;

  function count(caller: string, change: 1 | -1): void {
    inAll += change;
    const left = (running.get(caller) ?? 0) + change;
    if (left > 0) running.set(caller, left);
    else running.delete(caller);
  }

  function startNext(): void {
    for (const next of waiting) {
      if (!hasRoom(next.caller)) continue;
      waiting.delete(next);
      count(next.caller, 1);
      next.start();
    }
  }

  function enter(caller: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        waiting.delete(entry);
        reject(new EaselError("aborted"));
      };
      const start = (): void => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const entry: Waiting = { caller, start };
      if (signal.aborted) {
        leave();
        return;
      }
      signal.addEventListener("abort", leave);
      waiting.add(entry);
      startNext();
    });
  }

  return async (caller, signal, work) => {
    await enter(caller, signal);
    try {
      return await work();
    } finally {
      count(caller, -1);
      startNext();
    }
  };
}
