"use client";
import { createContext, useContext } from "react";

/** Creates a root's context and a hook for its parts. Outside the root, the hook throws an error naming `missing`. */
export function createPartContext<T extends object>(root: string, missing: string) {
  const Context = createContext<T | undefined>(undefined);

  function usePartContext(part: string): T {
    const value = useContext(Context);
    if (value) return value;
    throw new Error(
      `Easel: ${part.startsWith("use") ? part : `<${part}>`} is outside <${root}>, so it has ${missing}. Render it inside <${root}>.`,
    );
  }
  return [Context, usePartContext] as const;
}
