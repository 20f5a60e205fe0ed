"use client";
import { useMemo, useSyncExternalStore } from "react";

/** Longest delay of a timer. */
const maxMs = 2 ** 31 - 1;

const nothing = () => {};
const isOver = () => false;

/** Also ends by the monotonic clock: the system's may be set back. */
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
            // Timers may fire early.
            if (leftMs() > 0) wait();
          },
          Math.min(leftMs() + 1, maxMs),
        );
      };
      wait();
      return () => clearTimeout(timer);
    },
  };
}

/** Returns a time in milliseconds since 1970 while it is in the future. */
export function useTimeUntil(until: number | undefined): number | undefined {
  const deadline = useMemo(() => createDeadline(until), [until]);
  const isAhead = useSyncExternalStore(deadline.subscribe, deadline.isAhead, isOver);
  return isAhead ? until : undefined;
}
