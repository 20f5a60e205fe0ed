"use client";
import { createContext, useContext } from "react";
import type { ClassNames, PartKind, PartName } from "./partNames.ts";

export const ClassNamesContext = createContext<ClassNames | undefined>(undefined);

interface PartAttributes {
  "data-easel": PartName;
  "data-easel-kind"?: PartKind;
  type?: "button";
  className?: string;
}

/** Returns a function that creates a part's attributes. Class names in `own` override those from a provider. */
export function useParts(
  own?: ClassNames,
): (name: PartName, kind?: PartKind) => Readonly<PartAttributes> {
  const above = useContext(ClassNamesContext);
  return (name, kind) => {
    const className = own?.[name] ?? above?.[name];
    const attributes: PartAttributes = { "data-easel": name };
    if (kind !== undefined) attributes["data-easel-kind"] = kind;
    if (kind?.startsWith("button")) attributes.type = "button";
    if (className !== undefined) attributes.className = className;
    return attributes;
  };
}
