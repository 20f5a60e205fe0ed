"use client";
import { createContext, useContext } from "react";
import type { ClassNames, PartName } from "./partNames.ts";

/** The app's classes for what stands within; undefined where there are none, as in most apps. */
export const ClassNamesContext = createContext<ClassNames | undefined>(undefined);

interface PartAttributes {
  readonly "data-easel": PartName;
  readonly className?: string;
}

/**
 * What each element that a component draws is known by, to be spread on it: its name, and the app's class for it. A
 * component that takes `classNames` itself hands its own over.
 */
export function useParts(own?: ClassNames): (name: PartName) => PartAttributes {
  const above = useContext(ClassNamesContext);
  return (name) => {
    const className = own?.[name] ?? above?.[name];
    return className === undefined ? { "data-easel": name } : { "data-easel": name, className };
  };
}
