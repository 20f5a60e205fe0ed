import { isFinalAttempt, isPendingAttempt, isUndelivered, type Attempt } from "./attempt.ts";
import { createSafeStorage } from "./createSafeStorage.ts";
import type { LedgerStorage } from "./ledgerStorage.ts";
import { deserializeAttempt, serializeAttempt } from "./serializeAttempt.ts";

type Texts = ReadonlyMap<string, string>;

interface AttemptStoreOptions {
  readonly storage: LedgerStorage;
  readonly name: string;
  readonly list: () => readonly Attempt[];
}

const maxDamaged = 20;
const isKept = "Unreadable generations are kept in the storage but not shown.";

/** Returns an attempt's rank. The attempts with the lowest rank are dropped first, pending and unknown ones last. */
function rankOf(attempt: Attempt): 0 | 1 | 2 | 3 {
  if (!isFinalAttempt(attempt)) return 3;
  if (isUndelivered(attempt)) return 2;
  return attempt.starred ? 1 : 0;
}

export function createAttemptStore({ storage, name, list }: AttemptStoreOptions) {
  const stored = createSafeStorage(storage, `easel:${name}:`);
  const quarantine = createSafeStorage(storage, `easel-quarantine:${name}:`, stored.warn);
  /** Length of each attempt's stored text, by attempt ID. */
  const sizes = new Map<string, number>();
  const find = (attemptId: string) => list().find((attempt) => attempt.attemptId === attemptId);

  function drop({ attemptId }: Attempt) {
    if (sizes.delete(attemptId)) stored.remove(attemptId);
  }

  /** Drops ended attempts from full storage but keeps them in memory. Returns whether any were dropped. */
  function makeRoom(): boolean {
    const ended = list().filter((attempt) => sizes.has(attempt.attemptId) && rankOf(attempt) < 3);
    const lowest = Math.min(...ended.map(rankOf));
    const spare = ended.filter((attempt) => rankOf(attempt) === lowest);
    spare.slice(0, Math.ceil(spare.length / 2)).forEach(drop);
    return spare.length > 0;
  }

  function save(attempt: Attempt): void | Promise<void> {
    const { attemptId, input, omitted = [] } = attempt;
    return stored.write(attemptId, serializeAttempt(attempt), {
      onStored: (text) => void sizes.set(attemptId, text.length),
      makeRoom,
      // If the whole attempt can't be stored, its input is omitted, because a paid job's ID is more important.
      shorten: () =>
        serializeAttempt({ ...attempt, input: {}, omitted: [...omitted, ...Object.keys(input)] }),
    });
  }

  function quarantineText(attemptId: string, text: string) {
    const onStored = () => {
      stored.warn(
        `a stored generation can't be read (its text is now under the key "easel-quarantine:${name}:${attemptId}")`,
        isKept,
      );
      void quarantine.read((damaged) => {
        const others = [...damaged.keys()].filter((id) => id !== attemptId);
        others.slice(0, 1 - maxDamaged).forEach(quarantine.remove);
      });
      void stored.read((texts) => {
        // If the text has changed, another tab has since stored the attempt again.
        if (texts.get(attemptId) !== text) return;
        const own = find(attemptId);
        if (own) void save(own);
        else stored.remove(attemptId);
      });
    };
    void quarantine.write(attemptId, text, { onStored });
  }

  function parse(texts: Texts): readonly Attempt[] {
    const found: Attempt[] = [];
    for (const [attemptId, text] of texts) {
      if (!text && !find(attemptId)) continue;
      const attempt = deserializeAttempt(text);
      if (attempt === "other_version") {
        stored.warn("some stored generations are from another version of Easel", isKept);
      } else if (attempt?.attemptId === attemptId) {
        sizes.set(attemptId, text.length);
        found.push(attempt);
      } else if (!attempt || !attemptId.endsWith(`:${attempt.attemptId}`)) {
        // The prefix also matches attempts of ledgers whose names start with this name. Those attempts aren't damaged.
        quarantineText(attemptId, text);
      }
    }
    return found;
  }

  /** Returns the IDs of the missing attempts that another tab removed. Stores the other missing attempts again. */
  function findRemoved(missing: readonly string[], quarantined: Texts): readonly string[] {
    return missing.filter((attemptId) => {
      sizes.delete(attemptId);
      const attempt = find(attemptId);
      // Either the stored text was damaged, or storage was cleared while the attempt was pending.
      const isLost = attempt && (quarantined.has(attemptId) || isPendingAttempt(attempt));
      if (isLost) void save(attempt);
      return !isLost;
    });
  }

  return {
    save,
    noteSaved: (attempt: Attempt) =>
      void sizes.set(attempt.attemptId, serializeAttempt(attempt).length),
    forget: (attemptId: string) => sizes.delete(attemptId),
    remove: (attemptId: string) => {
      // The text is removed even if `sizes` has no entry, because an asynchronous write may still be in progress.
      sizes.delete(attemptId);
      stored.remove(attemptId);
      quarantine.remove(attemptId);
    },
    /** Drops attempts that exceed the storage limits, but never the newest attempt. Returns the remaining attempts. */
    prune: (): readonly Attempt[] => {
      const { attempts: maxAttempts = 500, chars: maxChars = 1_000_000 } = storage.bounds ?? {};
      const kept = new Set(list());
      let chars = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      const older = list().slice(0, -1);
      for (const attempt of older.toSorted((one, other) => rankOf(one) - rankOf(other))) {
        if (kept.size <= maxAttempts && chars <= maxChars) break;
        chars -= sizes.get(attempt.attemptId) ?? 0;
        drop(attempt);
        kept.delete(attempt);
      }
      return [...kept];
    },
    /** Calls `callback` with the stored attempts and the IDs of attempts that were removed since the last read. */
    read: (callback: (found: readonly Attempt[], removed: readonly string[]) => void) => {
      // The IDs are listed first, because attempts that are stored during the read may be missing from `texts`.
      const before = [...sizes.keys()];
      return stored.read((texts) => {
        const missing = before.filter((attemptId) => !texts.has(attemptId));
        const apply = (quarantined: Texts) =>
          callback(parse(texts), findRemoved(missing, quarantined));
        // The text of a missing attempt may be in quarantine, because other tabs move damaged text there.
        return missing.length > 0 ? quarantine.read(apply) : apply(texts);
      });
    },
  };
}
