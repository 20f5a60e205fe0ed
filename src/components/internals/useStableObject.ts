"use client";
import { useMemo } from "react";

/** The same object as long as its values are. Its keys must not change. */
export function useStableObject<T extends object>(object: T): T {
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the values are the dependencies
  return useMemo(() => object, Object.values(object));
}
