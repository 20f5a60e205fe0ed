"use client";
import { useSyncExternalStore } from "react";

function everySecond(tick: () => void): () => void {
  const interval = setInterval(tick, 1000);
  return () => clearInterval(interval);
}

const never = () => () => {};

/** In whole seconds, so that two looks within a second see the same. */
const thisSecond = () => Math.floor(Date.now() / 1000) * 1000;
const noSecond = () => 0;

/** The time in milliseconds since 1970, to the second. It moves on only while `ticking`; on the server it is 0. */
export function useNow(ticking: boolean): number {
  return useSyncExternalStore(ticking ? everySecond : never, thisSecond, noSecond);
}
