"use client";
import { createContext, useContext } from "react";

/** Context of a family's root, and a hook for the parts inside that throws elsewhere. `missing` says what they lack. */
export function createPartContext<T extends object>(root: string, missing: string) {
  const Context = createContext<T | undefined>(undefined);

  function usePartContext(part: string): T {
    const value = useContext(Context);
    if (value) return value;
    throw new Error(
      `Easel: ${part.startsWith("use") ? part : `<${part}>`} stands outside of a <${root}>, so it has ${missing}. Put it inside one.`,
    );
  }
  return [Context, usePartContext] as const;
}
