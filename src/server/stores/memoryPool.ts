export interface PoolEntry {
  readonly value: string;
  /** By `performance.now()`, which changes of the system's time don't affect. */
  readonly until: number;
  readonly writtenAt: number;
}

export type MemoryPool = ReturnType<typeof createMemoryPool>;

const sweepEveryMs = 60_000;

export function createMemoryPool() {
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
    entries: entries as ReadonlyMap<string, PoolEntry>,
    characters: (): number => characters,
    read(key: string): string | undefined {
      const entry = entries.get(key);
      if (!entry || entry.until > performance.now()) return entry?.value;
      remove(key);
      return undefined;
    },
    write(key: string, value: string, lifeMs: number): void {
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
