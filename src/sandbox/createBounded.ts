/** Creates a map that drops its oldest entries above `maxEntries` or `maxSize`, but always keeps the newest entry. */
export function createBounded<Key, Value>(maxEntries: number, maxSize = Infinity) {
  const entries = new Map<Key, { readonly value: Value; readonly size: number }>();
  let total = 0;

  function remove(key: Key): void {
    total -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  }

  return {
    get: (key: Key) => entries.get(key)?.value,
    set: (key: Key, value: Value, size = 0) => {
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
