import type { Store } from "./store.ts";

/** The time that instances compare: of what they share, and not of the machine, whose clock can be wrong or be set. */
export interface SharedClock {
  /** Whole milliseconds since 1970. Between two syncs it runs by the monotonic clock. */
  now(): number;
  /** Reads the store's clock, once a minute at most. Only the first call waits for it. Never rejects. */
  sync(): Promise<void>;
}

const syncEveryMs = 60_000;

/** Without a clock of the store's it starts with the machine's time, and then counts by the monotonic clock. */
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
        // A store that is down says so to the request that needs it.
        const reading = read().catch(() => undefined);
        first ??= reading;
      }
      await first;
    },
  };
}
