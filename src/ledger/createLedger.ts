import { changeAttempt, isFinalAttempt, type Attempt, type AttemptChange } from "./attempt.ts";
import { createAttemptStore } from "./createAttemptStore.ts";
import { isSameList } from "./isSameList.ts";
import type { LedgerStorage } from "./ledgerStorage.ts";
import { memoryStorage } from "./memoryStorage.ts";

export interface LedgerChange {
  readonly attemptId: string;
  /** The attempt after the change, or undefined if the attempt was removed. */
  readonly attempt: Attempt | undefined;
  readonly changed?: readonly (keyof Attempt)[] | undefined;
}

/** Store for this browser's attempts. Its methods never throw. If storage fails, the ledger continues in memory. */
export interface Ledger {
  /** Returns all attempts, oldest first. The array stays the same until one changes. The first call reads storage. */
  readonly list: () => readonly Attempt[];
  /** Stores an attempt. Returns a promise if the storage is asynchronous. */
  readonly write: (attempt: Attempt) => void | Promise<void>;
  /** Updates an attempt. Does nothing if the attempt was removed. */
  readonly update: (attemptId: string, change: AttemptChange) => void;
  /** Removes an attempt. An unsent attempt is then never sent. A sent attempt's job continues to run at the service. */
  readonly remove: (attemptId: string) => void;
  /** Calls `listener` after each change, with a `LedgerChange` if this tab made it. Returns an unsubscribe function. */
  readonly subscribe: (listener: (change?: LedgerChange) => void) => () => void;
  /** Applies a change or removal that another tab has already stored. If `isMerged` is true, stores the attempt. */
  readonly receive: (change: LedgerChange, isMerged?: boolean) => void;
  /** Rereads storage to apply changes from other tabs. */
  readonly refresh: () => void | Promise<void>;
}

export interface LedgerOptions {
  /** @default memoryStorage() */
  readonly storage?: LedgerStorage | undefined;
  /** Name that identifies the user and the backend. */
  readonly name?: string | undefined;
}

/** Returns a number that grows as an attempt progresses. Of two versions, the one with the higher number is newer. */
function stepOf(attempt: Attempt): number {
  if (isFinalAttempt(attempt)) return 3;
  return { sent: 0, unknown: 1, refused: 2, taken: 2 }[attempt.submit];
}

function newerOf(own: Attempt | undefined, found: Attempt): Attempt {
  // Another page may have sent the attempt but closed before it could notify this tab.
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
        // One faulty listener must not stop the others, which may be waiting for a paid job.
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
