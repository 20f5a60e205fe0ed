import { changeAttempt, isFinalAttempt, type Attempt, type AttemptChange } from "./attempt.ts";
import { createAttemptStore } from "./createAttemptStore.ts";
import { isSameList } from "./isSameList.ts";
import type { LedgerStorage } from "./ledgerStorage.ts";
import { memoryStorage } from "./memoryStorage.ts";

export interface LedgerChange {
  readonly attemptId: string;
  /** Attempt after the change. Undefined if the attempt was removed. */
  readonly attempt: Attempt | undefined;
  /** Names of the fields that an update changed. */
  readonly changed?: readonly (keyof Attempt)[] | undefined;
}

/** Store of this browser's attempts. Methods never throw: if the storage fails, the ledger continues in memory. */
export interface Ledger {
  /** Returns all attempts, oldest first. The array stays the same until a change. The first call reads the storage. */
  readonly list: () => readonly Attempt[];
  /** Stores an attempt. Returns a promise if the storage is asynchronous. */
  readonly write: (attempt: Attempt) => void | Promise<void>;
  /** Updates an attempt. Does nothing if the attempt was removed. */
  readonly update: (attemptId: string, change: AttemptChange) => void;
  /** Deletes an attempt. An unsent attempt is never sent. The job of a sent attempt continues at the service. */
  readonly remove: (attemptId: string) => void;
  /**
   * Calls `listener` after each change, and returns an unsubscribe function. The listener is called for other tabs'
   * changes too, but receives a `LedgerChange` only for this tab's changes.
   */
  readonly subscribe: (listener: (change?: LedgerChange) => void) => () => void;
  /** Applies a change or removal by another tab, which has already stored it. Stores the attempt if it was merged. */
  readonly receive: (change: LedgerChange, isMerged?: boolean) => void;
  /** Reads the storage again to apply other tabs' writes. */
  readonly refresh: () => void | Promise<void>;
}

export interface LedgerOptions {
  /** @default memoryStorage() */
  readonly storage?: LedgerStorage | undefined;
  /** Name that identifies the user and the backend. */
  readonly name?: string | undefined;
}

/** Returns a number that grows as an attempt progresses. The newer of two versions has the higher number. */
function stepOf(attempt: Attempt): number {
  if (isFinalAttempt(attempt)) return 3;
  return { sent: 0, unknown: 1, refused: 2, taken: 2 }[attempt.submit];
}

function newerOf(own: Attempt | undefined, found: Attempt): Attempt {
  // Another page may have sent the attempt and closed before it could notify this tab.
  const isSent = own?.unsent && !found.unsent;
  if (!own || isSent || stepOf(found) > stepOf(own)) return found;
  return found.delivered && !own.delivered ? changeAttempt(own, { delivered: true }) : own;
}

export function createLedger({ storage = memoryStorage(), name = "" }: LedgerOptions = {}): Ledger {
  const store = createAttemptStore({ storage, name, list });
  const listeners = new Set<(change?: LedgerChange) => void>();
  let attempts: readonly Attempt[] = [];
  let opened = false;

  function set(given: Iterable<Attempt>, change?: LedgerChange) {
    const next = [...given].toSorted((a, b) => a.startedAt - b.startedAt);
    if (isSameList(next, attempts)) return;
    attempts = next;
    for (const listener of listeners) {
      try {
        listener(change);
      } catch (cause) {
        // The remaining listeners are still called, because they may be waiting for a paid job.
        console.error(
          "Easel: a listener passed to ledger.subscribe threw an error. Fix the listener.",
          cause,
        );
      }
    }
  }

  const read = () =>
    store.read((found, removed) => {
      const known = byId();
      for (const attemptId of removed) known.delete(attemptId);
      for (const attempt of found) {
        known.set(attempt.attemptId, newerOf(known.get(attempt.attemptId), attempt));
      }
      set(known.values());
    });

  function list(): readonly Attempt[] {
    if (!opened) {
      opened = true;
      void read();
    }
    return attempts;
  }

  const byId = () => new Map(list().map((attempt) => [attempt.attemptId, attempt]));

  const find = (attemptId: string) => list().find((attempt) => attempt.attemptId === attemptId);

  const put = (attempt: Attempt, change?: LedgerChange) =>
    set(byId().set(attempt.attemptId, attempt).values(), change);

  const without = (attemptId: string) => attempts.filter((one) => one.attemptId !== attemptId);

  return {
    list,
    write: (attempt) => {
      list();
      // The attempt is saved before listeners are called, so that a faulty listener can't cause the loss of a paid job.
      const written = store.save(attempt);
      put(attempt, { attemptId: attempt.attemptId, attempt });
      set(store.prune());
      return written;
    },
    update: (attemptId, change) => {
      const before = find(attemptId);
      if (!before) return;
      const attempt = changeAttempt(before, change);
      void store.save(attempt);
      put(attempt, { attemptId, attempt, changed: Object.keys(change) as (keyof Attempt)[] });
    },
    remove: (attemptId) => {
      if (!find(attemptId)) return;
      store.remove(attemptId);
      set(without(attemptId), { attemptId, attempt: undefined });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    receive: ({ attemptId, attempt }, isMerged = false) => {
      if (attempt) {
        if (isMerged) void store.save(attempt);
        else store.noteSaved(attempt);
        put(attempt);
      } else if (find(attemptId)) {
        store.forget(attemptId);
        set(without(attemptId));
      }
    },
    refresh: () => (opened ? read() : undefined),
  };
}
