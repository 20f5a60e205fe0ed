"use client";
import { useState } from "react";
import type { lazyModule } from "../../client/lazyModule.ts";
import { useBrowserLayoutEffect } from "./useBrowserLayoutEffect.ts";

/** Loads a module, with retries, while it's wanted. Returns undefined until then, and in the first render. */
export function useLazyModule<T extends object>(
  module: ReturnType<typeof lazyModule<T>>,
  isWanted: boolean,
): T | undefined {
  const [loaded, setLoaded] = useState<T>();
  useBrowserLayoutEffect(
    () => (isWanted ? module.whenLoaded(setLoaded) : undefined),
    [module, isWanted],
  );
  return isWanted ? loaded : undefined;
}
