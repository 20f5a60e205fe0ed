export interface PoolEntry {
  readonly value: string;
  /** By `performance.now()`, which changes of the system's time don't affect. */
  readonly until: number;
  readonly writtenAt: number;
}

export interface MemoryPool {
  readonly entries: ReadonlyMap<string, PoolEntry>;
  readonly characters: () => number;
  readonly read: (key: string) => string | undefined;
  readonly write: (key: string, value: string, lifeMs: number) => void;
  readonly remove: (key: string) => void;
}

const sweepEveryMs = 60_000;

export function createMemoryPool(): MemoryPool {
  const entries = new Map<string, PoolEntry>();
  let characters = 0;
  let sweepAt = performance.now() + sweepEveryMs;

  function remove(key: string): void {
    characters -= entries.get(key)?.value.length ?? 0;
    entries.delete(key);
  }

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
      // A rewritten entry becomes the youngest.
      remove(key);
      entries.set(key, { value, until: now + lifeMs, writtenAt: now });
      characters += value.length;
    },
    remove,
  };
}
