import type { Store } from "./store.ts";

/** The store's time, because a machine's clock can be wrong. */
export interface SharedClock {
  /** Whole milliseconds since 1970, by the monotonic clock between syncs. */
  now(): number;
  /** Reads the store's clock at most once a minute. Only the first call waits. Never rejects. */
  sync(): Promise<void>;
}

const syncEveryMs = 60_000;

export function createSharedClock(store: Pick<Store, "now">): SharedClock {
  let offset = Date.now() - performance.now();
  let staleAt = -Infinity;
  let first: Promise<void> | undefined;

  async function read(): Promise<void> {
    const askedAt = performance.now();
    const now = await store.now?.();
    if (Number.isFinite(now)) offset = Number(now) - (askedAt + performance.now()) / 2;
  }

  return {
    now: () => Math.round(performance.now() + offset),
    async sync() {
      if (performance.now() >= staleAt) {
        staleAt = performance.now() + syncEveryMs;
        const reading = read().catch(() => undefined);
        first ??= reading;
      }
      await first;
    },
  };
}
