import { isFinalAttempt, isPendingAttempt, isUndelivered, type Attempt } from "./attempt.ts";
import { createSafeStorage } from "./createSafeStorage.ts";
import type { LedgerStorage } from "./ledgerStorage.ts";
import { memoryStorage } from "./memoryStorage.ts";
import { changeAttempt, mergeAttempts, type AttemptChange } from "./mergeAttempts.ts";
import { deserializeAttempt, serializeAttempt } from "./serializeAttempt.ts";

export interface LedgerChange {
  readonly attemptId: string;
  /** Undefined if it was removed. */
  readonly attempt: Attempt | undefined;
  /** Changed fields of an update. */
  readonly changed?: readonly (keyof Attempt)[] | undefined;
}

/** Every attempt of this browser, oldest first. Its methods never throw: if storing fails, it continues in memory. */
export interface Ledger {
  /** Returns the same array until something changes. The first call reads the storage. */
  readonly list: () => readonly Attempt[];
  /** Returns a promise where the storage does. */
  readonly write: (attempt: Attempt) => void | Promise<void>;
  /** Changes fields of an attempt. A removed one stays removed. */
  readonly update: (attemptId: string, change: AttemptChange) => void;
  /** Deletes an attempt. If it was not sent yet, it never is; else its job continues at the service. */
  readonly remove: (attemptId: string) => void;
  /** Passes the change if it was made in this tab. Returns an unsubscribe function. */
  readonly subscribe: (listener: (change?: LedgerChange) => void) => () => void;
  /** Applies a change that another tab made and stored. */
  readonly receive: (change: LedgerChange) => void;
  /** Reads the storage again, for writes of other tabs. */
  readonly refresh: () => void | Promise<void>;
}

export interface LedgerOptions {
  /** @default memoryStorage() */
  readonly storage?: LedgerStorage | undefined;
  /** User and backend. */
  readonly name?: string | undefined;
}

type Texts = ReadonlyMap<string, string>;

/** Of two versions of an attempt, the one with the higher step is newer. */
function stepOf(attempt: Attempt): number {
  if (isFinalAttempt(attempt)) return 3;
  return { sent: 0, unknown: 1, refused: 2, taken: 2 }[attempt.submit];
}

const maxDamaged = 20;

/** Ranks ended attempts: undelivered results are dropped last, after favorites. */
const rankOf = (attempt: Attempt): number => (isUndelivered(attempt) ? 2 : attempt.starred ? 1 : 0);

export function createLedger({ storage = memoryStorage(), name = "" }: LedgerOptions = {}): Ledger {
  const stored = createSafeStorage(storage, `easel:${name}:`);
  const quarantine = createSafeStorage(storage, `easel-quarantine:${name}:`, stored.warn);
  const listeners = new Set<(change?: LedgerChange) => void>();
  /** Lengths of stored texts. */
  const sizes = new Map<string, number>();
  /** Attempts that two tabs changed at once. */
  const merged = new Set<string>();
  let attempts: readonly Attempt[] = [];
  let opened = false;

  function set(next: readonly Attempt[], change?: LedgerChange) {
    attempts = next;
    for (const listener of listeners) {
      try {
        listener(change);
      } catch (cause) {
        // The other listeners may wait for a paid job.
        console.error("Easel: a listener of the ledger has thrown.", cause);
      }
    }
  }

  function removeStored(attemptId: string) {
    if (sizes.delete(attemptId)) stored.remove(attemptId);
  }

  function findDroppable(among: readonly Attempt[]): readonly Attempt[] {
    const ended = among.filter(isFinalAttempt);
    const lowest = Math.min(...ended.map(rankOf));
    return ended.filter((attempt) => rankOf(attempt) === lowest);
  }

  /** Frees a full storage. The attempts stay in memory. */
  function makeRoom(): boolean {
    const spare = findDroppable(attempts.filter(({ attemptId }) => sizes.has(attemptId)));
    for (const { attemptId } of spare.slice(0, Math.ceil(spare.length / 2)))
      removeStored(attemptId);
    return spare.length > 0;
  }

  function store(attempt: Attempt): void | Promise<void> {
    const { attemptId } = attempt;
    const onStored = (text: string) => void sizes.set(attemptId, text.length);
    // The ID of a paid job is worth more than its input.
    const shorten = () => {
      const omitted = [...new Set([...(attempt.omitted ?? []), ...Object.keys(attempt.input)])];
      return serializeAttempt({ ...attempt, input: {}, omitted });
    };
    return stored.write(attemptId, serializeAttempt(attempt), { onStored, makeRoom, shorten });
  }

  /** Applies the bounds. The newest attempt is never dropped. */
  function prune() {
    const { attempts: maxAttempts = 500, chars: maxChars = 1_000_000 } = storage.bounds ?? {};
    let kept = attempts;
    let chars = Array.from(sizes.values()).reduce((sum, size) => sum + size, 0);
    while (kept.length > 1 && (kept.length > maxAttempts || chars > maxChars)) {
      const older = kept.slice(0, -1);
      const dropped = findDroppable(older)[0] ?? older[0];
      chars -= sizes.get(dropped?.attemptId ?? "") ?? 0;
      removeStored(dropped?.attemptId ?? "");
      kept = kept.filter((attempt) => attempt !== dropped);
    }
    if (kept !== attempts) set(kept);
  }

  /** Moves an unreadable text to another key. */
  function quarantineText(attemptId: string, text: string) {
    const onStored = () => {
      stored.warn(
        `a stored generation can't be read (see "easel-quarantine:${name}:${attemptId}")`,
        "They are kept, and not shown.",
      );
      void quarantine.read((damaged) => {
        const others = [...damaged.keys()].filter((id) => id !== attemptId);
        for (const spare of others.slice(0, 1 - maxDamaged)) quarantine.remove(spare);
      });
      void stored.read((texts) => {
        // Another tab may have stored it again.
        if (texts.get(attemptId) !== text) return;
        const own = find(attemptId);
        if (own) void store(own);
        else stored.remove(attemptId);
      });
    };
    void quarantine.write(attemptId, text, { onStored, makeRoom: () => false });
  }

  /** @param before IDs that were stored when the read began; later ones are not in `texts` yet */
  function applyTexts(texts: Texts, before: readonly string[], quarantined: Texts) {
    const known = new Map(attempts.map((attempt) => [attempt.attemptId, attempt]));
    for (const attemptId of before) {
      if (texts.has(attemptId)) continue;
      sizes.delete(attemptId);
      const attempt = known.get(attemptId);
      if (!attempt) continue;
      // A tab that removes an attempt tells the others, so this one was damaged, or the storage was cleared.
      if (quarantined.has(attemptId) || isPendingAttempt(attempt)) void store(attempt);
      else known.delete(attemptId);
    }
    for (const [attemptId, text] of texts) {
      const own = known.get(attemptId);
      if (!text && !own) continue;
      const found = deserializeAttempt(text);
      if (found === "other_version") {
        stored.warn(
          "some stored generations are of another version",
          "They are kept, and not shown.",
        );
      } else if (found?.attemptId !== attemptId) {
        // The prefix also matches a ledger whose name is longer.
        const isForeign = found && attemptId.endsWith(`:${found.attemptId}`);
        if (!isForeign) quarantineText(attemptId, text);
      } else {
        sizes.set(attemptId, text.length);
        // Its page may have sent it and closed before this tab knew.
        const isSent = own?.unsent && !found.unsent;
        const isDelivered = found.delivered && !own?.delivered;
        if (!own || isSent || stepOf(found) > stepOf(own)) known.set(attemptId, found);
        else if (isDelivered) known.set(attemptId, changeAttempt(own, { delivered: true }));
      }
    }
    const all = [...known.values()].toSorted((a, b) => a.startedAt - b.startedAt);
    const isSame =
      all.length === attempts.length && all.every((one, index) => one === attempts[index]);
    if (!isSame) set(all);
  }

  function read() {
    const before = [...sizes.keys()];
    return stored.read((texts) => {
      if (before.every((attemptId) => texts.has(attemptId))) {
        return applyTexts(texts, before, texts);
      }
      // Another tab quarantines a damaged text before it deletes it.
      return quarantine.read((found) => applyTexts(texts, before, found));
    });
  }

  function open() {
    if (opened) return;
    opened = true;
    void read();
  }

  function list(): readonly Attempt[] {
    open();
    return attempts;
  }

  const find = (attemptId: string) => list().find((attempt) => attempt.attemptId === attemptId);

  function put(attempt: Attempt, change?: LedgerChange) {
    const { attemptId } = attempt;
    const isKnown = find(attemptId) !== undefined;
    const index = attempts.findLastIndex((one) => one.startedAt <= attempt.startedAt) + 1;
    const next = isKnown
      ? attempts.map((one) => (one.attemptId === attemptId ? attempt : one))
      : attempts.toSpliced(index, 0, attempt);
    set(next, change);
  }

  return {
    list,
    write: (attempt) => {
      open();
      // Before the listeners: a broken one must not lose a paid job.
      const written = store(attempt);
      put(attempt, { attemptId: attempt.attemptId, attempt });
      prune();
      return written;
    },
    update: (attemptId, change) => {
      const before = find(attemptId);
      if (!before) return;
      const attempt = changeAttempt(before, change);
      void store(attempt);
      put(attempt, { attemptId, attempt, changed: Object.keys(change) as (keyof Attempt)[] });
    },
    remove: (attemptId) => {
      if (!find(attemptId)) return;
      // Also while it is being stored.
      sizes.delete(attemptId);
      stored.remove(attemptId);
      quarantine.remove(attemptId);
      set(
        attempts.filter((attempt) => attempt.attemptId !== attemptId),
        { attemptId, attempt: undefined },
      );
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    receive: ({ attemptId, attempt, changed }) => {
      const own = find(attemptId);
      if (attempt) {
        const known = own && changed ? mergeAttempts(own, attempt, changed) : attempt;
        const text = serializeAttempt(known);
        sizes.set(attemptId, text.length);
        if (own && changed && text !== serializeAttempt(attempt)) merged.add(attemptId);
        // Each tab stored its change without the other's.
        if (merged.has(attemptId)) void store(known);
        put(known);
      } else if (own) {
        sizes.delete(attemptId);
        set(attempts.filter((one) => one.attemptId !== attemptId));
      }
    },
    refresh: () => (opened ? read() : undefined),
  };
}
