"use client";
import { useCallback, useRef } from "react";
import { useBrowserLayoutEffect } from "./useBrowserLayoutEffect.ts";

/** Always calls the latest `callback`. For events and effects only. */
export function useStableCallback<Args extends readonly unknown[]>(
  callback: (...args: Args) => void,
): (...args: Args) => void {
  const latest = useRef(callback);
  useBrowserLayoutEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
