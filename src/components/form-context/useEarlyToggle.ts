"use client";
import { useRef, type RefObject } from "react";
import { useBrowserLayoutEffect } from "../internals/useBrowserLayoutEffect.ts";

/** Calls `onToggle` once if a `<details>` was toggled before it hydrated. */
export function useEarlyToggle(
  isOpen: boolean,
  onToggle: (isOpen: boolean) => void,
): RefObject<HTMLDetailsElement | null> {
  const details = useRef<HTMLDetailsElement>(null);
  const isDone = useRef(false);
  useBrowserLayoutEffect(() => {
    if (isDone.current || !details.current) return;
    isDone.current = true;
    if (details.current.open !== isOpen) onToggle(details.current.open);
  });
  return details;
}
