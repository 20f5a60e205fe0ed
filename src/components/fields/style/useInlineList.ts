"use client";
import { useState } from "react";
import { useBrowserLayoutEffect } from "../../internals/useBrowserLayoutEffect.ts";
import { styleListModule } from "./styleListModule.ts";

type ListModule = typeof import("./StyleList.tsx");

/** Returns the list for `variant="inline"`, or undefined until it has loaded, with retries. */
export function useInlineList(isInline: boolean): ListModule | undefined {
  const [list, setList] = useState<ListModule>();
  useBrowserLayoutEffect(
    () => (isInline ? styleListModule.whenLoaded(setList) : undefined),
    [isInline],
  );
  return isInline ? list : undefined;
}
