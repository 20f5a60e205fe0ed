import { createAttemptPool } from "./attemptPool.ts";
import { createMemoryPool, type MemoryPool } from "./memoryPool.ts";
import { createSlidingWindows } from "./slidingWindows.ts";
import type { Store } from "./store.ts";

/** Limits that apply twice: to attempts, and to all other entries. */
export interface MemoryStoreOptions {
  /** More entries evict others. @default 10_000 */
  readonly maxEntries?: number | undefined;
  /** More text than this, in characters, evicts other entries. @default 50_000_000 */
  readonly maxCharacters?: number | undefined;
}

/** Creates the pool of all other entries: the oldest go first. */
function createOtherPool(maxEntries: number, maxCharacters: number): MemoryPool {
  const pool = createMemoryPool();
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

/**
 * Creates a store in this process's memory: right for one process, lost when it ends. Several instances need a store that
 * they share, or each keeps separate attempts.
 *
 * Attempts that may have been paid for stay for an hour at least. When they fill it, new submits are refused with
 * `store_down`, one user's at half of `maxEntries`. With `authorize: "public"` all visitors are one user: 5,000 paid attempts an hour.
 */
export function memoryStore({
  maxEntries = 10_000,
  maxCharacters = 50_000_000,
}: MemoryStoreOptions = {}): Store {
  const attempts = createAttemptPool(maxEntries, maxCharacters);
  const others = createOtherPool(maxEntries, maxCharacters);
  // One clock for all handlers that share the store, whatever becomes of the system's.
  const startedAt = Date.now() - performance.now();
  const poolOf = (key: string): MemoryPool => (key.startsWith("attempt:") ? attempts : others);

  return {
    get: async (key) => poolOf(key).read(key),
    add: async (key, value, lifeMs) => {
      const pool = poolOf(key);
      if (pool.read(key) !== undefined) return false;
      pool.write(key, value, lifeMs);
      return true;
    },
    replace: async (key, expected, value, lifeMs) => {
      const pool = poolOf(key);
      if (pool.read(key) !== expected) return false;
      if (value === undefined) pool.remove(key);
      else pool.write(key, value, lifeMs);
      return true;
    },
    take: createSlidingWindows(maxEntries),
    now: async () => startedAt + performance.now(),
  };
}
