"use client";
import { useRef, type SyntheticEvent } from "react";
import { useBrowserLayoutEffect } from "../internals/useBrowserLayoutEffect.ts";

/** Returns attributes for a `<details>`. If the user toggles it before hydration, calls `onToggle` on mount. */
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
