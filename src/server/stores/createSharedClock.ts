import type { Store } from "./store.ts";

export type SharedClock = ReturnType<typeof createSharedClock>;

const syncEveryMs = 60_000;

/** Creates a clock that uses the store's time, because a machine's clock can be wrong. */
export function createSharedClock(store: Pick<Store, "now">) {
  let offset = Date.now() - performance.now();
  let staleAt = -Infinity;
  let first: Promise<void> | undefined;

  async function read(): Promise<void> {
    const askedAt = performance.now();
    const now = await store.now?.();
    if (Number.isFinite(now)) offset = Number(now) - (askedAt + performance.now()) / 2;
  }

  return {
    now: (): number => Math.round(performance.now() + offset),
    /** Updates the clock from the store, at most once a minute. Calls wait only for the first update. Never rejects. */
    async sync(): Promise<void> {
      if (performance.now() >= staleAt) {
        staleAt = performance.now() + syncEveryMs;
        const reading = read().catch(() => undefined);
        first ??= reading;
      }
      await first;
    },
  };
}
