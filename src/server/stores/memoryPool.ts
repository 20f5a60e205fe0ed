export interface PoolEntry {
  readonly value: string;
  /** By `performance.now()`: a change of the system's time must not change how long an entry lasts. */
  readonly until: number;
  readonly writtenAt: number;
}

/** Entries in memory that expire. */
export interface MemoryPool {
  readonly entries: ReadonlyMap<string, PoolEntry>;
  /** Of all values. */
  readonly characters: () => number;
  readonly read: (key: string) => string | undefined;
  readonly write: (key: string, value: string, lifeMs: number) => void;
  readonly remove: (key: string) => void;
}

const sweepEveryMs = 60_000;

/** Creates a pool without limits. */
export function createMemoryPool(): MemoryPool {
  const entries = new Map<string, PoolEntry>();
  let characters = 0;
  let sweepAt = performance.now() + sweepEveryMs;

  function remove(key: string): void {
    characters -= entries.get(key)?.value.length ?? 0;
    entries.delete(key);
  }

  /** Removes expired entries that are never read again. */
  function sweep(now: number): void {
    if (now < sweepAt) return;
    sweepAt = now + sweepEveryMs;
    for (const [key, { until }] of entries) if (until <= now) remove(key);
  }

  return {
    entries,
    characters: () => characters,
    read(key) {
      const entry = entries.get(key);
      if (!entry || entry.until > performance.now()) return entry?.value;
      remove(key);
      return undefined;
    },
    write(key, value, lifeMs) {
      const now = performance.now();
      sweep(now);
      // Written again, it is the youngest.
      remove(key);
      entries.set(key, { value, until: now + lifeMs, writtenAt: now });
      characters += value.length;
    },
    remove,
  };
}
