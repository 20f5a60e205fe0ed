"use client";
import { useContext, useMemo, type ReactNode } from "react";
import type { ClassNames } from "./partNames.ts";
import { ClassNamesContext } from "./useParts.ts";

export interface ClassNamesProviderProps {
  /** A class for each `data-easel`. Make it once, outside of your component. */
  readonly classNames: ClassNames;
  readonly children?: ReactNode;
}

/**
 * Dresses every part below it in an app's own classes; a part's own `classNames` stand over these. Renders nothing of its
 * own.
 *
 * @example
 * <ClassNamesProvider classNames={dress}>
 *   <Studio />
 * </ClassNamesProvider>
 */
export function ClassNamesProvider({ classNames, children }: ClassNamesProviderProps) {
  const above = useContext(ClassNamesContext);
  const merged = useMemo(() => ({ ...above, ...classNames }), [above, classNames]);
  return <ClassNamesContext.Provider value={merged}>{children}</ClassNamesContext.Provider>;
}
