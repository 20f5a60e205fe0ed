"use client";
import { createContext, useContext } from "react";

/** Returns a root's context and a hook that reads it. Outside the root, the hook throws and names what is `missing`. */
export function createPartContext<T extends object>(root: string, missing: string) {
  const Context = createContext<T | undefined>(undefined);

  function usePartContext(part: string): T {
    const value = useContext(Context);
    if (value) return value;
    const [name, verb] = part.startsWith("use") ? [part, "Call"] : [`<${part}>`, "Render"];
    throw new Error(
      `Easel: ${name} is outside <${root}> and has ${missing}. ${verb} ${name} inside <${root}>.`,
    );
  }
  return [Context, usePartContext] as const;
}
