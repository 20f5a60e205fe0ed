"use client";
import { createContext, useContext } from "react";
import type { ClassNames, PartKind, PartName } from "./partNames.ts";

export const ClassNamesContext = createContext<ClassNames | undefined>(undefined);

interface PartAttributes {
  readonly "data-easel": PartName;
  readonly "data-easel-kind"?: PartKind;
  readonly type?: "button";
  readonly className?: string;
}

/** Returns a function that creates a part's attributes. Class names in `own` override those from a provider. */
export function useParts(own?: ClassNames): (name: PartName, kind?: PartKind) => PartAttributes {
  const above = useContext(ClassNamesContext);
  return (name, kind) => {
    const className = own?.[name] ?? above?.[name];
    return {
      "data-easel": name,
      ...(kind !== undefined && { "data-easel-kind": kind }),
      ...(kind?.startsWith("button") && { type: "button" }),
      ...(className !== undefined && { className }),
    };
  };
}
