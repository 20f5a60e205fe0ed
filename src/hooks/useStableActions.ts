"use client";
import { useInsertionEffect, useRef, useState } from "react";

type Actions = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Returns stable functions that call the latest render's functions. Use them only in event handlers and effects. */
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
