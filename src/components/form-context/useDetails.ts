"use client";
import { useRef, type SyntheticEvent } from "react";
import { useBrowserLayoutEffect } from "../internals/useBrowserLayoutEffect.ts";

/** Returns attributes for a `<details>` element. Calls `onToggle` on mount if the user toggled it before hydration. */
export function useDetails(isOpen: boolean, onToggle: (isOpen: boolean) => void) {
  const ref = useRef<HTMLDetailsElement>(null);
  const isDone = useRef(false);
  useBrowserLayoutEffect(() => {
    if (isDone.current || !ref.current) return;
    isDone.current = true;
    if (ref.current.open !== isOpen) onToggle(ref.current.open);
  });
  return {
    ref,
    suppressHydrationWarning: true,
    open: isOpen,
    onToggle: (event: SyntheticEvent<HTMLDetailsElement>) => onToggle(event.currentTarget.open),
  };
}
