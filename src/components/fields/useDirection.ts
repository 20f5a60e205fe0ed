"use client";
import { useSyncExternalStore } from "react";

/** Told when the page is turned around as a whole, which is how pages do it. */
function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["dir"] });
  return () => observer.disconnect();
}

/** Which way an element is read: what its styles say, wherever they come from. */
export function useDirection(element: Element | null): "ltr" | "rtl" {
  const read = () => (element && getComputedStyle(element).direction === "rtl" ? "rtl" : "ltr");
  return useSyncExternalStore(subscribe, read, () => "ltr");
}
