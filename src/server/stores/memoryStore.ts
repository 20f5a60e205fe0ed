import type { Store } from "./store.ts";

export interface MemoryStoreOptions {
  /** More entries push the oldest out. @default 10_000 */
  readonly maxEntries?: number | undefined;
}

/**
 * A store in this process's memory: right for one process, lost when it ends. Several instances need a store that they
 * share, or each keeps attempts of its own.
 */
export function memoryStore({ maxEntries = 10_000 }: MemoryStoreOptions = {}): Store {
  const entries = new Map<string, { readonly value: string; readonly until: number }>();

  function read(key: string): string | undefined {
    const entry = entries.get(key);
    if (!entry || entry.until > Date.now()) return entry?.value;
    entries.delete(key);
    return undefined;
  }

  function write(key: string, value: string, lifeMs: number): void {
    // Written anew it counts as young again.
    entries.delete(key);
    entries.set(key, { value, until: Date.now() + lifeMs });
    for (const oldest of entries.keys()) {
      if (entries.size <= maxEntries) break;
      entries.delete(oldest);
    }
  }

  return {
    get: async (key) => read(key),
    add: async (key, value, lifeMs) => {
      if (read(key) !== undefined) return false;
      write(key, value, lifeMs);
      return true;
    },
    replace: async (key, expected, value, lifeMs) => {
      if (read(key) !== expected) return false;
      if (value === undefined) entries.delete(key);
      else write(key, value, lifeMs);
      return true;
    },
  };
}
