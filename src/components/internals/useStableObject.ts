"use client";
import { useMemo } from "react";

/** Returns the same object until one of its values changes. The object must always have the same keys. */
export function useStableObject<T extends object>(object: T): T {
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the values are the dependencies
  return useMemo(() => object, Object.values(object));
}
