"use client";
import { createContext, useContext } from "react";
import type { ClassNames, PartKind, PartName } from "./partNames.ts";

/** Classes from above; undefined in most apps. */
export const ClassNamesContext = createContext<ClassNames | undefined>(undefined);

interface PartAttributes {
  readonly "data-easel": PartName;
  readonly "data-easel-kind"?: PartKind;
  readonly className?: string;
}

/**
 * Returns the attributes of an element by its name: the name, its kind, and the app's class for it. `own` are the
 * `classNames` of the component.
 */
export function useParts(own?: ClassNames): (name: PartName, kind?: PartKind) => PartAttributes {
  const above = useContext(ClassNamesContext);
  return (name, kind) => {
    const className = own?.[name] ?? above?.[name];
    return {
      "data-easel": name,
      ...(kind !== undefined && { "data-easel-kind": kind }),
      ...(className !== undefined && { className }),
    };
  };
}
