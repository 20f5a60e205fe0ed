"use client";
import { useEffect, useRef } from "react";

/** Returns a ref for a focusable element, which receives focus when the focused element inside it unmounts. */
export function useFocusReturn<T extends HTMLElement>() {
  const ref = useRef<T>(null);
  const hadFocus = useRef(false);
  useEffect(() => {
    const { activeElement, body } = document;
    if (hadFocus.current && activeElement === body) ref.current?.focus({ preventScroll: true });
  });
  return {
    ref,
    tabIndex: -1,
    onFocus: () => void (hadFocus.current = true),
    onBlur: ({ relatedTarget }: { readonly relatedTarget: EventTarget | null }) => {
      if (relatedTarget) hadFocus.current = false;
    },
  };
}
