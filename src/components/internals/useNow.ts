"use client";
import { useSyncExternalStore } from "react";

function everySecond(tick: () => void): () => void {
  const interval = setInterval(tick, 1000);
  return () => clearInterval(interval);
}

const never = () => () => {};

/** Snapshots within a second are equal. */
const thisSecond = () => Math.floor(Date.now() / 1000) * 1000;
const noSecond = () => 0;

/** In milliseconds, to the second; 0 on a server. */
export function useNow(ticking: boolean): number {
  return useSyncExternalStore(ticking ? everySecond : never, thisSecond, noSecond);
}
