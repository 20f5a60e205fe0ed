import { createAttemptPool } from "./attemptPool.ts";
import { createEvictingPool, type MemoryPool } from "./memoryPool.ts";
import { createSlidingWindows } from "./slidingWindows.ts";
import type { Store } from "./store.ts";

export interface MemoryStoreOptions {
  /** Maximum number of attempts. The same limit applies separately to other entries. @default 10_000 */
  readonly maxEntries?: number | undefined;
  /** Maximum characters in all attempts. The same limit applies separately to other entries. @default 50_000_000 */
  readonly maxCharacters?: number | undefined;
}

/**
 * Creates an in-memory store for one process. For at least an hour, it keeps each attempt that may have been charged.
 * If these attempts fill the store, or one user's attempts fill half of it, further submissions fail with `store_down`.
 * With `authorize: "public"`, all visitors count as one user.
 */
export function memoryStore({
  maxEntries = 10_000,
  maxCharacters = 50_000_000,
}: MemoryStoreOptions = {}): Store {
  const attempts = createAttemptPool(maxEntries, maxCharacters);
  const others = createEvictingPool(maxEntries, maxCharacters);
  // All handlers that share the store use this clock.
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
