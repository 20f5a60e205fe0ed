"use client";
import { useSyncExternalStore } from "react";

/** Told when the page is turned around as a whole, which is how pages do it. */
function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["dir"] });
  return () => observer.disconnect();
}

/**
 * Which way an element is read: what the `dir` around it says. Its styles would say the same, but to ask for them makes the
 * browser work out those of the whole page, in the middle of drawing it.
 */
export function useDirection(element: Element | null): "ltr" | "rtl" {
  const read = () => {
    const marked = element?.closest("[dir]");
    const direction = marked?.getAttribute("dir")?.toLowerCase();
    const isOpen = marked && direction === "auto";
    return (isOpen ? getComputedStyle(marked).direction : direction) === "rtl" ? "rtl" : "ltr";
  };
  return useSyncExternalStore(subscribe, read, () => "ltr");
}
