"use client";
import { useMemo, useSyncExternalStore } from "react";

/** Longest delay that `setTimeout` supports, in milliseconds. */
const maxMs = 2 ** 31 - 1;

const isOver = () => false;

/** Creates a deadline that also uses the monotonic clock, because the system clock may be set back. */
function createDeadline(until: number) {
  // 0 is over, and needs no clock, which a prerender must not read.
  const endMs = until === 0 ? 0 : performance.now() + until - Date.now();
  const leftMs = () => Math.min(endMs - performance.now(), until - Date.now());
  return {
    isAhead: () => leftMs() > 0,
    subscribe: (listener: () => void): (() => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const wait = () => {
        if (leftMs() <= 0) return;
        timer = setTimeout(
          () => {
            listener();
            // Timers may fire early.
            wait();
          },
          Math.min(leftMs() + 1, maxMs),
        );
      };
      wait();
      return () => clearTimeout(timer);
    },
  };
}

/** Returns `until`, in milliseconds since 1970, while it's in the future. Returns undefined afterward. */
export function useTimeUntil(until: number): number | undefined {
  const deadline = useMemo(() => createDeadline(until), [until]);
  const isAhead = useSyncExternalStore(deadline.subscribe, deadline.isAhead, isOver);
  return isAhead ? until : undefined;
}
