"use client";
import { useState, type ComponentType } from "react";

export interface LoadedPart<Props> {
  /** As long as it is open. */
  readonly Part: ComponentType<Props> | undefined;
  /** It was to be opened, and its code can't be had just now. */
  readonly hasFailed: boolean;
  readonly open: () => void;
  readonly close: () => void;
}

/**
 * A part whose code is loaded when it is first opened. By hand and not by `React.lazy`: a file that can't be loaded is no
 * reason to take the page down.
 */
export function useLoadedPart<Props>(load: () => Promise<ComponentType<Props>>): LoadedPart<Props> {
  const [part, setPart] = useState<ComponentType<Props>>();
  const [state, setState] = useState<"closed" | "open" | "failed">("closed");

  async function open(): Promise<void> {
    try {
      const loaded = await load();
      setPart(() => loaded);
      setState("open");
    } catch {
      setState("failed");
    }
  }

  return {
    Part: state === "open" ? part : undefined,
    hasFailed: state === "failed",
    open: () => void open(),
    close: () => setState("closed"),
  };
}
