"use client";
import { useMemo } from "react";
import { useProviderValue } from "../../hooks/EaselContext.ts";
import type { Labels } from "../../labels/en/en.ts";
import type { FirstLabels } from "../../labels/en/firstLabels.ts";
import { mergeOverrides } from "../../labels/mergeOverrides.ts";

type PartKey = Exclude<keyof Labels, keyof FirstLabels>;

/** Merges the app's overrides into the English labels of a part, which load with the part. */
export function usePartLabels<Key extends PartKey>(key: Key, english: Labels[Key]): Labels[Key] {
  const overrides = useProviderValue().labels?.[key];
  return useMemo(() => mergeOverrides(english, overrides), [english, overrides]);
}
