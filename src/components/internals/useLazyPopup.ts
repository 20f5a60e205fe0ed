"use client";
import { useState } from "react";
import type { lazyModule } from "../../client/lazyModule.ts";

export type LazyPopup<T extends object> = ReturnType<typeof useLazyPopup<T>>;

/**
 * Returns the state of a popup whose content is a lazy module. A popup whose module is already loaded opens at once.
 * Otherwise, it opens when the module has loaded, unless `close` is called before.
 */
export function useLazyPopup<T extends object>(module: ReturnType<typeof lazyModule<T>>) {
  const [state, setState] = useState<"closed" | "loading" | "open" | "failed">("closed");
  const preload = () => void module.load().catch(() => undefined);

  function open(onFailure?: () => void): void {
    const isLoaded = module.loaded() !== undefined;
    const finish = (end: "open" | "failed") => setState((now) => (now === "loading" ? end : now));
    setState(isLoaded ? "open" : "loading");
    if (isLoaded) return;
    void module.load().then(
      () => finish("open"),
      () => {
        finish("failed");
        onFailure?.();
      },
    );
  }

  return {
    /** The module while the popup is open. */
    opened: state === "open" ? module.loaded() : undefined,
    hasFailed: state === "failed",
    open,
    close: () => setState("closed"),
    /** Handlers that load the module before it's needed. */
    preloading: { onPointerEnter: preload, onFocus: preload },
  };
}
