import { createAttemptPool } from "./attemptPool.ts";
import { createEvictingPool, type MemoryPool } from "./memoryPool.ts";
import { createSlidingWindows } from "./slidingWindows.ts";
import type { Store } from "./store.ts";

export interface MemoryStoreOptions {
  /** Maximum number of attempts, and separately of other entries. @default 10_000 */
  readonly maxEntries?: number | undefined;
  /** Maximum characters in attempts, and separately in other entries. @default 50_000_000 */
  readonly maxCharacters?: number | undefined;
}

/**
 * Creates a store for one process. For an hour, it evicts no attempt that may have been charged. If such attempts fill
 * it, or one user's fill half, submits fail with `store_down`. With `authorize: "public"`, all visitors are one user.
 */
export function memoryStore({
  maxEntries = 10_000,
  maxCharacters = 50_000_000,
}: MemoryStoreOptions = {}): Store {
  const attempts = createAttemptPool(maxEntries, maxCharacters);
  const others = createEvictingPool(maxEntries, maxCharacters);
  // One clock for all handlers that share the store.
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
