import { OwnError } from "../events/ownError.ts";
import { createMemoryPool, type MemoryPool, type PoolEntry } from "./memoryPool.ts";

/** Minimum time to keep an attempt that may have been charged. Refused attempts have a shorter lifetime. */
const keptMs = 3_600_000;
/** Fraction of the entries to evict at once, so that a full pool isn't sorted for each new attempt. */
const batch = 0.05;

function isKept({ until, writtenAt }: PoolEntry, now: number): boolean {
  return until - writtenAt > keptMs && now - writtenAt < keptMs;
}

const userOf = (key: string): string => key.slice(0, key.lastIndexOf(":") + 1);

/** Creates a pool that throws if it's full, because an attempt that is evicted too early can be charged twice. */
export function createAttemptPool(maxEntries: number, maxCharacters: number): MemoryPool {
  const pool = createMemoryPool();
  const { entries, characters, remove } = pool;
  const mostOfUser = Math.ceil(maxEntries / 2);

  function evict(isCandidate: (key: string) => boolean): void {
    const now = performance.now();
    const candidates = [...entries]
      .filter(([key, entry]) => isCandidate(key) && !isKept(entry, now))
      .toSorted(([, one], [, other]) => one.until - other.until);
    const count = 1 + Math.floor(maxEntries * batch);
    for (const [key] of candidates.slice(0, count)) remove(key);
  }

  function makeRoom(key: string, length: number): void {
    const user = userOf(key);
    const isOwn = (other: string): boolean => other.startsWith(user);
    const isUserFull = (): boolean =>
      entries.size >= mostOfUser && [...entries.keys()].filter(isOwn).length >= mostOfUser;
    const isFull = (): boolean =>
      entries.size >= maxEntries || characters() + length > maxCharacters;
    if (isUserFull()) evict(isOwn);
    if (isFull()) evict(() => true);
    if (isUserFull() || isFull()) {
      throw new OwnError(
        `memoryStore is full: it holds ${entries.size} attempts, and attempts that may have been charged are kept for an hour. Raise maxEntries, or use redisStore`,
      );
    }
  }

  return {
    ...pool,
    write(key, value, lifeMs) {
      if (!entries.has(key)) makeRoom(key, value.length);
      pool.write(key, value, lifeMs);
    },
  };
}
