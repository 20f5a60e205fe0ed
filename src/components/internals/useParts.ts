"use client";
import { createContext, useContext } from "react";
import type { ClassNames, PartName } from "./partNames.ts";

/** Classes from above; undefined in most apps. */
export const ClassNamesContext = createContext<ClassNames | undefined>(undefined);

interface PartAttributes {
  readonly "data-easel": PartName;
  readonly className?: string;
}

/** Returns the attributes of a part by name, to spread on its element. `own` are the `classNames` of the component. */
export function useParts(own?: ClassNames): (name: PartName) => PartAttributes {
  const above = useContext(ClassNamesContext);
  return (name) => {
    const className = own?.[name] ?? above?.[name];
    return className === undefined ? { "data-easel": name } : { "data-easel": name, className };
  };
}
