"use client";
import { useContext, useMemo, type ReactNode } from "react";
import type { ClassNames } from "./partNames.ts";
import { ClassNamesContext } from "./useParts.ts";

export interface ClassNamesProviderProps {
  readonly classNames: ClassNames;
  readonly children?: ReactNode;
}

/** Adds class names to all parts inside. A part's own `classNames` prop takes precedence. Renders no element. */
export function ClassNamesProvider({ classNames, children }: ClassNamesProviderProps) {
  const above = useContext(ClassNamesContext);
  const merged = useMemo(() => ({ ...above, ...classNames }), [above, classNames]);
  return <ClassNamesContext.Provider value={merged}>{children}</ClassNamesContext.Provider>;
}
