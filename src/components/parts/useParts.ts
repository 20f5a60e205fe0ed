"use client";
import { createContext, useContext, useMemo } from "react";
import type { ClassNames, PartName } from "./partNames.ts";

/** The app's classes for what stands within; undefined where there are none, as in most apps. */
export const ClassNamesContext = createContext<ClassNames | undefined>(undefined);

/** The classes from above, and a component's own over them. */
export function useClassNames(own: ClassNames | undefined): ClassNames | undefined {
  const above = useContext(ClassNamesContext);
  return useMemo(() => (own && above ? { ...above, ...own } : (own ?? above)), [above, own]);
}

interface PartAttributes {
  readonly "data-easel": PartName;
  readonly className?: string;
}

/**
 * What each element that a component draws is known by, to be spread on it: its name, and the app's class for it. A
 * component that takes `classNames` itself hands its own over.
 */
export function useParts(own?: ClassNames): (name: PartName) => PartAttributes {
  const classNames = useClassNames(own);
  return (name) => {
    const className = classNames?.[name];
    return className === undefined ? { "data-easel": name } : { "data-easel": name, className };
  };
}
