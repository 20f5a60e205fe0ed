import type { SharedClock } from "../stores/createSharedClock.ts";
import { dropOldest } from "../stores/dropOldest.ts";
import { longestWaitMs } from "../timing/spanUntil.ts";

export interface DueTime {
  readonly nextAt?: number | undefined;
  readonly waitMs?: number | undefined;
}

/** Returns the milliseconds until an entry is due, 0 or less when it is. */
export type LeftMs = (key: string, due: DueTime) => number;

interface KnownDueTime {
  readonly nextAt: number;
  /** By `performance.now()`. */
  readonly until: number;
}

const maxKnown = 1_000;

/**
 * Limits a wait to the entry's `waitMs` from when this process first read it, so that wrong clocks delay a poll once
 * at most.
 */
export function createDueTimes(clock: SharedClock): LeftMs {
  const known = new Map<string, KnownDueTime>();

  return (key, { nextAt = 0, waitMs = longestWaitMs }) => {
    const now = performance.now();
    const due = known.get(key);
    if (due?.nextAt === nextAt) return due.until - now;
    const leftMs = Math.min(nextAt - clock.now(), waitMs, longestWaitMs);
    if (!(leftMs > 0)) return 0;
    known.set(key, { nextAt, until: now + leftMs });
    dropOldest(known, maxKnown);
    return leftMs;
  };
}
