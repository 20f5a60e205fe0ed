interface Sized {
  readonly length: number;
}

export interface PoolEntry<Value extends Sized = string> {
  readonly value: Value;
  /** Expiration time in milliseconds, on the clock of `performance.now()`. */
  readonly until: number;
  readonly writtenAt: number;
}

export type MemoryPool<Value extends Sized = string> = ReturnType<typeof createMemoryPool<Value>>;

const sweepEveryMs = 60_000;

export function createSweep(
  entries: ReadonlyMap<string, { readonly until: number }>,
  remove: (key: string) => unknown,
) {
  let sweepAt = performance.now() + sweepEveryMs;
  return (now: number): void => {
    if (now < sweepAt) return;
    sweepAt = now + sweepEveryMs;
    for (const [key, { until }] of entries) if (until <= now) remove(key);
  };
}

export function createMemoryPool<Value extends Sized = string>() {
  const entries = new Map<string, PoolEntry<Value>>();
  const sweep = createSweep(entries, remove);
  let characters = 0;

  function remove(key: string): void {
    characters -= entries.get(key)?.value.length ?? 0;
    entries.delete(key);
  }

  return {
    entries: entries as ReadonlyMap<string, PoolEntry<Value>>,
    characters: (): number => characters,
    read(key: string): Value | undefined {
      const now = performance.now();
      sweep(now);
      const entry = entries.get(key);
      if (!entry || entry.until > now) return entry?.value;
      remove(key);
      return undefined;
    },
    write(key: string, value: Value, lifeMs: number): void {
      const now = performance.now();
      sweep(now);
      remove(key);
      entries.set(key, { value, until: now + lifeMs, writtenAt: now });
      characters += value.length;
    },
    remove,
  };
}

export function createEvictingPool<Value extends Sized = string>(
  maxEntries: number,
  maxCharacters: number,
): MemoryPool<Value> {
  const pool = createMemoryPool<Value>();
  const { entries, characters, remove } = pool;
  return {
    ...pool,
    write(key, value, lifeMs) {
      pool.write(key, value, lifeMs);
      for (const oldest of entries.keys()) {
        if (entries.size <= maxEntries && characters() <= maxCharacters) break;
        remove(oldest);
      }
    },
  };
}
