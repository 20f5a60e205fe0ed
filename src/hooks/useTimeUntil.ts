"use client";
import { useMemo, useSyncExternalStore } from "react";

/** Longest delay that `setTimeout` supports, in milliseconds. */
const maxMs = 2 ** 31 - 1;

const isOver = () => false;

/** Creates a deadline. Checks the system clock and the monotonic clock, because the system clock may be set back. */
function createDeadline(until: number) {
  // A deadline of 0 has always passed. The clocks aren't read for it, because a prerender must not read them.
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
            // The timer may have fired early, or its delay may have been capped.
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

/** Returns `until`, in milliseconds since 1970, while that time is in the future. Returns undefined afterward. */
export function useTimeUntil(until: number): number | undefined {
  const deadline = useMemo(() => createDeadline(until), [until]);
  const isAhead = useSyncExternalStore(deadline.subscribe, deadline.isAhead, isOver);
  return isAhead ? until : undefined;
}
