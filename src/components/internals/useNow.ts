"use client";
import { useSyncExternalStore } from "react";

function everySecond(tick: () => void): () => void {
  const interval = setInterval(tick, 1000);
  return () => clearInterval(interval);
}

const never = () => () => {};

/** Whole seconds, so that snapshots within a second are equal. */
const thisSecond = () => Math.floor(Date.now() / 1000) * 1000;
const noSecond = () => 0;

/** Returns the time in milliseconds, to the second. Updates while `ticking`; 0 on a server. */
export function useNow(ticking: boolean): number {
  return useSyncExternalStore(ticking ? everySecond : never, thisSecond, noSecond);
}
