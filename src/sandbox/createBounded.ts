export interface Bounded<Key, Value> {
  get(key: Key): Value | undefined;
  /** Writes an entry as the newest one. `size` counts toward the bound on the total size. */
  set(key: Key, value: Value, size?: number): void;
}

/** A map that drops its oldest entries past a number of entries or a total size. The newest entry always stays. */
export function createBounded<Key, Value>(
  maxEntries: number,
  maxSize = Infinity,
): Bounded<Key, Value> {
  const entries = new Map<Key, { readonly value: Value; readonly size: number }>();
  let total = 0;

  function remove(key: Key): void {
    total -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  }

  return {
    get: (key) => entries.get(key)?.value,
    set(key, value, size = 0) {
      remove(key);
      entries.set(key, { value, size });
      total += size;
      for (const oldest of entries.keys()) {
        const fits = entries.size <= maxEntries && total <= maxSize;
        if (fits || entries.size === 1) break;
        remove(oldest);
      }
    },
  };
}
