import type { SharedClock } from "../stores/createSharedClock.ts";
import { dropOldest } from "../stores/dropOldest.ts";
import { longestWaitMs } from "../timing/spanUntil.ts";

/** Moment at which an entry of the store is due, as its writer noted it. */
interface Due {
  /** By the clock that instances share, in milliseconds since 1970. */
  readonly nextAt?: number | undefined;
  /** The milliseconds from the write until then. Absent in entries of earlier versions. */
  readonly waitMs?: number | undefined;
}

/** Returns the milliseconds until an entry is due, 0 or less when it is. */
export type LeftMs = (key: string, due: Due) => number;

interface Hold {
  readonly nextAt: number;
  /** By `performance.now()`. */
  readonly until: number;
}

const maxHolds = 1_000;

/**
 * Holds entries until they are due, but no longer than their own span from when this process first read them: a clock that
 * was set back, or another instance's that runs ahead, delays a poll by one span at most.
 */
export function createHolds(clock: SharedClock): LeftMs {
  const holds = new Map<string, Hold>();

  return (key, { nextAt = 0, waitMs = longestWaitMs }) => {
    const now = performance.now();
    const known = holds.get(key);
    if (known?.nextAt === nextAt) return known.until - now;
    const leftMs = Math.min(nextAt - clock.now(), waitMs, longestWaitMs);
    if (!(leftMs > 0)) return 0;
    holds.set(key, { nextAt, until: now + leftMs });
    dropOldest(holds, maxHolds);
    return leftMs;
  };
}
