"use client";
import { useCallback, useSyncExternalStore } from "react";

/** As far as a timer reaches. */
const longestMs = 2 ** 31 - 1;

function subscribeUntil(until: number, listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    timer = setTimeout(
      () => {
        listener();
        // Timers may come early, and reach only so far.
        if (until > Date.now()) wait();
      },
      Math.min(until - Date.now() + 1, longestMs),
    );
  };
  wait();
  return () => clearTimeout(timer);
}

const nothing = () => {};
const isOver = () => false;

/** The moment as long as it is still to come, in milliseconds since 1970; undefined from then on, by itself. */
export function useTimeUntil(until: number | undefined): number | undefined {
  const subscribe = useCallback(
    (listener: () => void) => (until === undefined ? nothing : subscribeUntil(until, listener)),
    [until],
  );
  const isAhead = useSyncExternalStore(
    subscribe,
    () => until !== undefined && until > Date.now(),
    isOver,
  );
  return isAhead ? until : undefined;
}
