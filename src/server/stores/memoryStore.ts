import { createSlidingWindows } from "./slidingWindows.ts";
import type { Store } from "./store.ts";

/** Limits that apply twice: to attempts, and to all other entries. */
export interface MemoryStoreOptions {
  /** More entries push the oldest out. @default 10_000 */
  readonly maxEntries?: number | undefined;
  /** More text than this, counted in characters, pushes the oldest out. @default 50_000_000 */
  readonly maxCharacters?: number | undefined;
}

interface Entry {
  readonly value: string;
  /** By `performance.now()`: a change of the system's time must not change how long an entry lasts. */
  readonly until: number;
}

interface Pool {
  readonly read: (key: string) => Entry | undefined;
  readonly write: (key: string, value: string, until: number) => void;
  readonly remove: (key: string) => void;
}

const sweepEveryMs = 60_000;

/** Creates a space whose entries only push each other out. */
function createPool(options: MemoryStoreOptions): Pool {
  const { maxEntries = 10_000, maxCharacters = 50_000_000 } = options;
  const entries = new Map<string, Entry>();
  let characters = 0;
  let sweepAt = performance.now() + sweepEveryMs;

  function remove(key: string): void {
    characters -= entries.get(key)?.value.length ?? 0;
    entries.delete(key);
  }

  function read(key: string): Entry | undefined {
    const entry = entries.get(key);
    if (!entry || entry.until > performance.now()) return entry;
    remove(key);
    return undefined;
  }

  /** What has come to its end is let go now and then, also when nobody asks for it any more. */
  function sweep(now: number): void {
    if (now < sweepAt) return;
    sweepAt = now + sweepEveryMs;
    for (const [key, { until }] of entries) if (until <= now) remove(key);
  }

  function write(key: string, value: string, until: number): void {
    sweep(performance.now());
    // Written anew it counts as young again.
    remove(key);
    entries.set(key, { value, until });
    characters += value.length;
    for (const oldest of entries.keys()) {
      if (entries.size <= maxEntries && characters <= maxCharacters) break;
      remove(oldest);
    }
  }

  return { read, write, remove };
}

/**
 * A store in this process's memory: right for one process, lost when it ends. Several instances need a store that they
 * share, or each keeps attempts of its own.
 */
export function memoryStore(options: MemoryStoreOptions = {}): Store {
  // An attempt that is pushed out can be charged twice, so nothing but newer attempts may do that.
  const attempts = createPool(options);
  const others = createPool(options);
  const poolOf = (key: string): Pool => (key.startsWith("attempt:") ? attempts : others);
  const read = (key: string): Entry | undefined => poolOf(key).read(key);
  const write = (key: string, value: string, until: number): void =>
    poolOf(key).write(key, value, until);

  return {
    get: async (key) => read(key)?.value,
    add: async (key, value, lifeMs) => {
      if (read(key)) return false;
      write(key, value, performance.now() + lifeMs);
      return true;
    },
    replace: async (key, expected, value, lifeMs) => {
      if (read(key)?.value !== expected) return false;
      if (value === undefined) poolOf(key).remove(key);
      else write(key, value, performance.now() + lifeMs);
      return true;
    },
    take: createSlidingWindows(options.maxEntries ?? 10_000),
  };
}
