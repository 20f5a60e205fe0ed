"use client";
import { useState, type ComponentType } from "react";

/** Returns a component that is loaded when first opened. With `React.lazy`, a failed load would unmount the page. */
export function useLoadedPart<Props>(load: () => Promise<ComponentType<Props>>) {
  const [part, setPart] = useState<ComponentType<Props>>();
  const [state, setState] = useState<"closed" | "open" | "failed">("closed");

  async function open(onFailure?: () => void): Promise<void> {
    try {
      const loaded = await load();
      setPart(() => loaded);
      setState("open");
    } catch {
      setState("failed");
      onFailure?.();
    }
  }

  return {
    Part: state === "open" ? part : undefined,
    hasFailed: state === "failed",
    open: (onFailure?: () => void) => void open(onFailure),
    close: () => setState("closed"),
  };
}
