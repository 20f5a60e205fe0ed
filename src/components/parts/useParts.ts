"use client";
import { createContext, useContext } from "react";
import type { ClassNames, PartName } from "./partNames.ts";

/** The app's classes for what stands within; undefined where there are none, as in most apps. */
export const ClassNamesContext = createContext<ClassNames | undefined>(undefined);

/** Put together once for each pair, so that they stay the same from one drawing to the next. */
const merged = new WeakMap<ClassNames, WeakMap<ClassNames, ClassNames>>();

function mergeClassNames(above: ClassNames, own: ClassNames): ClassNames {
  const overAbove = merged.get(above) ?? new WeakMap<ClassNames, ClassNames>();
  merged.set(above, overAbove);
  const both = overAbove.get(own) ?? { ...above, ...own };
  overAbove.set(own, both);
  return both;
}

/** The classes from above, and a component's own over them. */
export function useClassNames(own: ClassNames | undefined): ClassNames | undefined {
  const above = useContext(ClassNamesContext);
  return own && above ? mergeClassNames(above, own) : (own ?? above);
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
