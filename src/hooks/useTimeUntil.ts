"use client";
import { useMemo, useSyncExternalStore } from "react";

/** As far as a timer reaches. */
const longestMs = 2 ** 31 - 1;

const nothing = () => {};
const isOver = () => false;

/** A moment that also ends after the span until it, because the system's time may be set back. */
function createDeadline(until = 0) {
  const endMs = performance.now() + until - Date.now();
  const leftMs = () => Math.min(endMs - performance.now(), until - Date.now());
  return {
    isAhead: () => leftMs() > 0,
    subscribe: (listener: () => void): (() => void) => {
      if (leftMs() <= 0) return nothing;
      let timer: ReturnType<typeof setTimeout>;
      const wait = () => {
        timer = setTimeout(
          () => {
            listener();
            // Timers may come early, and reach only so far.
            if (leftMs() > 0) wait();
          },
          Math.min(leftMs() + 1, longestMs),
        );
      };
      wait();
      return () => clearTimeout(timer);
    },
  };
}

/** Returns the moment as long as it is ahead, in milliseconds since 1970; undefined from then on. */
export function useTimeUntil(until: number | undefined): number | undefined {
  const deadline = useMemo(() => createDeadline(until), [until]);
  const isAhead = useSyncExternalStore(deadline.subscribe, deadline.isAhead, isOver);
  return isAhead ? until : undefined;
}
