"use client";
import { useSyncExternalStore } from "react";

function everySecond(tick: () => void): () => void {
  const interval = setInterval(tick, 1000);
  return () => clearInterval(interval);
}

const never = () => () => {};

/** Returns the current time rounded down to the second, because `useSyncExternalStore` needs stable snapshots. */
const thisSecond = () => Math.floor(Date.now() / 1000) * 1000;
const noSecond = () => 0;

/** Returns the current time in milliseconds, rounded down to the second, or 0 on a server. */
export function useNow(ticking: boolean): number {
  return useSyncExternalStore(ticking ? everySecond : never, thisSecond, noSecond);
}
