"use client";
import { useInsertionEffect, useRef, useState } from "react";

type Actions = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Returns functions with a stable identity that call those of the latest render. For events and effects only. */
export function useStableActions<T extends Actions>(actions: T): T {
  const latest = useRef(actions);
  useInsertionEffect(() => {
    latest.current = actions;
  });
  const [stable] = useState(() => {
    const call = (name: string) => [name, (...args: never[]) => latest.current[name]?.(...args)];
    return Object.fromEntries(Object.keys(actions).map(call)) as T;
  });
  return stable;
}
