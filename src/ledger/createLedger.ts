import { hasEnded, isOwed, hasPendingJob, type Attempt } from "./attempt.ts";
import { createSafeStorage } from "./createSafeStorage.ts";
import type { LedgerStorage } from "./ledgerStorage.ts";
import { memoryStorage } from "./memoryStorage.ts";
import { changeAttempt, mergeAttempts, type AttemptChange } from "./mergeAttempts.ts";
import { parseAttempt, serializeAttempt } from "./serializeAttempt.ts";

/** What became of one record: undefined when it was forgotten. */
export interface LedgerChange {
  readonly attemptId: string;
  readonly record: Attempt | undefined;
  /** Which fields were changed, when it was not written as a whole: another tab may know more of the others. */
  readonly changed?: readonly (keyof Attempt)[] | undefined;
}

/** Every run that was begun here, oldest first. It never throws: where nothing can be kept it goes on in memory. */
export interface Ledger {
  /** The same array until something changes. The first call reads what is kept. */
  readonly list: () => readonly Attempt[];
  /** Writes a run down, or over the one with the same attempt id. A promise where the storage takes its time. */
  readonly write: (record: Attempt) => void | Promise<void>;
  /** Changes what is known of a run; one that was forgotten stays forgotten. */
  readonly update: (attemptId: string, change: AttemptChange) => void;
  /**
   * Takes a run out for good. One that was not sent yet is not sent; another's job goes on at the service, which can't stop
   * it.
   */
  readonly remove: (attemptId: string) => void;
  /** Calls back after each change, with the change when it was made here; returns the way out. */
  readonly subscribe: (listener: (change?: LedgerChange) => void) => () => void;
  /** Takes over a change that another tab has made and kept. */
  readonly receive: (change: LedgerChange) => void;
  /** Reads again what is kept: another tab may have written since. */
  readonly refresh: () => void | Promise<void>;
}

export interface LedgerOptions {
  /** @default memoryStorage() */
  readonly storage?: LedgerStorage | undefined;
  /** Keeps ledgers of one storage apart: whose runs they are, and of which backend. */
  readonly name?: string | undefined;
}

type Texts = ReadonlyMap<string, string>;

/** How far a run has come: of two records of it the further one is the newer. */
function stepOf(record: Attempt): number {
  if (hasEnded(record)) return 3;
  return { sent: 0, unknown: 1, refused: 2, taken: 2 }[record.submit];
}

/** More would take the room of jobs that can be read. */
const mostDamaged = 20;

/** The run is somebody's who waits: it is not over, and it may be paid for. */
const isUnderWay = (record: Attempt): boolean => record.submit === "sent" || hasPendingJob(record);

/** Ranks ended runs: a result that the app was not given yet goes last, after the starred ones. */
const needOf = (record: Attempt): number => (isOwed(record) ? 2 : record.starred ? 1 : 0);

/** Writes runs down where they outlive the page, and knows them from there. */
export function createLedger({ storage = memoryStorage(), name = "" }: LedgerOptions = {}): Ledger {
  const shelf = createSafeStorage(storage, `easel:${name}:`);
  const quarantine = createSafeStorage(storage, `easel-quarantine:${name}:`, shelf.warn);
  const listeners = new Set<(change?: LedgerChange) => void>();
  /** How many characters each takes up on the shelf. */
  const sizes = new Map<string, number>();
  /** Runs that two tabs have changed at once: what they know together was written here. */
  const mended = new Set<string>();
  let records: readonly Attempt[] = [];
  let opened = false;

  function set(next: readonly Attempt[], change?: LedgerChange) {
    records = next;
    for (const listener of listeners) {
      try {
        listener(change);
      } catch (cause) {
        // One that breaks must not keep the others from a job that is paid for.
        console.error("Easel: a listener of the ledger has thrown.", cause);
      }
    }
  }

  function unshelve(attemptId: string) {
    if (sizes.delete(attemptId)) shelf.remove(attemptId);
  }

  /** Ended runs to drop first, oldest first. */
  function leastNeeded(among: readonly Attempt[]): readonly Attempt[] {
    const ended = among.filter(hasEnded);
    const least = Math.min(...ended.map(needOf));
    return ended.filter((record) => needOf(record) === least);
  }

  /** Frees some room where others have filled the storage; what has ended is still known in memory. */
  function makeRoom(): boolean {
    const spare = leastNeeded(records.filter(({ attemptId }) => sizes.has(attemptId)));
    for (const { attemptId } of spare.slice(0, Math.ceil(spare.length / 2))) unshelve(attemptId);
    return spare.length > 0;
  }

  function shelve(record: Attempt): void | Promise<void> {
    const { attemptId } = record;
    const stored = (text: string) => void sizes.set(attemptId, text.length);
    // Rather without what was entered than without the id of a job that is paid for.
    const shorten = () => {
      const omitted = [...new Set([...(record.omitted ?? []), ...Object.keys(record.input)])];
      return serializeAttempt({ ...record, input: {}, omitted });
    };
    return shelf.put(attemptId, serializeAttempt(record), { stored, makeRoom, shorten });
  }

  /** Keeps the ledger within its bounds. The newest record is never dropped. */
  function prune() {
    const { records: mostRecords = 500, chars: mostChars = 1_000_000 } = storage.bounds ?? {};
    let kept = records;
    let chars = Array.from(sizes.values()).reduce((sum, size) => sum + size, 0);
    while (kept.length > 1 && (kept.length > mostRecords || chars > mostChars)) {
      const older = kept.slice(0, -1);
      const dropped = leastNeeded(older)[0] ?? older[0];
      chars -= sizes.get(dropped?.attemptId ?? "") ?? 0;
      unshelve(dropped?.attemptId ?? "");
      kept = kept.filter((record) => record !== dropped);
    }
    if (kept !== records) set(kept);
  }

  /** Copies a text that can't be read to another key, and then removes it or stores what is known here instead. */
  function setAside(attemptId: string, text: string) {
    const stored = () => {
      shelf.warn(
        `a stored generation can't be read (see "easel-quarantine:${name}:${attemptId}")`,
        "They are kept, and not shown.",
      );
      void quarantine.read((damaged) => {
        const others = [...damaged.keys()].filter((id) => id !== attemptId);
        for (const spare of others.slice(0, 1 - mostDamaged)) quarantine.remove(spare);
      });
      void shelf.read((texts) => {
        // Another tab may have stored it again.
        if (texts.get(attemptId) !== text) return;
        const own = find(attemptId);
        if (own) void shelve(own);
        else shelf.remove(attemptId);
      });
    };
    void quarantine.put(attemptId, text, { stored, makeRoom: () => false });
  }

  /** @param kept the runs that were on the shelf when it was read: one that has come since is not in the texts yet */
  function take(texts: Texts, kept: readonly string[], quarantined: Texts) {
    const known = new Map(records.map((record) => [record.attemptId, record]));
    for (const attemptId of kept) {
      if (texts.has(attemptId)) continue;
      sizes.delete(attemptId);
      const record = known.get(attemptId);
      if (!record) continue;
      // Another tab has removed only its damaged text, or the storage was cleared while this page waits for the job. A tab
      // that removes a job tells the others.
      if (quarantined.has(attemptId) || isUnderWay(record)) void shelve(record);
      else known.delete(attemptId);
    }
    for (const [attemptId, text] of texts) {
      const own = known.get(attemptId);
      if (!text && !own) continue;
      const found = parseAttempt(text);
      if (found === "other_version") {
        shelf.warn(
          "some stored generations are of another version",
          "They are kept, and not shown.",
        );
      } else if (found?.attemptId !== attemptId) {
        // A ledger whose name begins with this one's name and a colon.
        const isForeign = found && attemptId.endsWith(`:${found.attemptId}`);
        if (!isForeign) setAside(attemptId, text);
      } else {
        sizes.set(attemptId, text.length);
        // Its page may have sent it, and gone before that was known here.
        const isSent = own?.unsent && !found.unsent;
        const isDelivered = found.delivered && !own?.delivered;
        if (!own || isSent || stepOf(found) > stepOf(own)) known.set(attemptId, found);
        else if (isDelivered) known.set(attemptId, changeAttempt(own, { delivered: true }));
      }
    }
    const all = [...known.values()].toSorted((a, b) => a.startedAt - b.startedAt);
    const same = all.length === records.length && all.every((one, index) => one === records[index]);
    if (!same) set(all);
  }

  function read() {
    const kept = [...sizes.keys()];
    return shelf.read((texts) => {
      if (kept.every((attemptId) => texts.has(attemptId))) return take(texts, kept, texts);
      // Another tab has moved a damaged record before it removed it.
      return quarantine.read((found) => take(texts, kept, found));
    });
  }

  function open() {
    if (opened) return;
    opened = true;
    void read();
  }

  function list(): readonly Attempt[] {
    open();
    return records;
  }

  const find = (attemptId: string) => list().find((record) => record.attemptId === attemptId);

  function put(record: Attempt, change?: LedgerChange) {
    const { attemptId } = record;
    const isKnown = find(attemptId) !== undefined;
    // One that was forgotten and comes back stands where it stood.
    const later = records.findLastIndex((one) => one.startedAt <= record.startedAt) + 1;
    const next = isKnown
      ? records.map((one) => (one.attemptId === attemptId ? record : one))
      : records.toSpliced(later, 0, record);
    set(next, change);
  }

  return {
    list,
    write: (record) => {
      open();
      // First of all on the shelf: a reader that breaks must not cost a job that is paid for.
      const written = shelve(record);
      put(record, { attemptId: record.attemptId, record });
      prune();
      return written;
    },
    update: (attemptId, change) => {
      const before = find(attemptId);
      if (!before) return;
      const record = changeAttempt(before, change);
      void shelve(record);
      put(record, { attemptId, record, changed: Object.keys(change) as (keyof Attempt)[] });
    },
    remove: (attemptId) => {
      if (!find(attemptId)) return;
      // Also one that is still being stored.
      sizes.delete(attemptId);
      shelf.remove(attemptId);
      quarantine.remove(attemptId);
      set(
        records.filter((record) => record.attemptId !== attemptId),
        { attemptId, record: undefined },
      );
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    receive: ({ attemptId, record, changed }) => {
      const own = find(attemptId);
      if (record) {
        const known = own && changed ? mergeAttempts(own, record, changed) : record;
        const text = serializeAttempt(known);
        sizes.set(attemptId, text.length);
        if (own && changed && text !== serializeAttempt(record)) mended.add(attemptId);
        // Each tab has written without knowing what the other one was about to.
        if (mended.has(attemptId)) void shelve(known);
        put(known);
      } else if (own) {
        sizes.delete(attemptId);
        set(records.filter((one) => one.attemptId !== attemptId));
      }
    },
    refresh: () => (opened ? read() : undefined),
  };
}
