"use client";
import type { FirstLabels } from "../labels/en/firstLabels.ts";
import { mergeLabels, type LabelOverrides } from "../labels/en/mergeLabels.ts";
import { useProviderValue } from "./EaselContext.ts";

const noOverrides: LabelOverrides = {};

/** Complete labels by override object, cached so that their identity stays the same across renders. */
const merged = new WeakMap<LabelOverrides, FirstLabels>();

/** Returns the nearest provider's client, ledger, and labels. */
export function useEasel() {
  const { client, ledger, labels: own = noOverrides, unstyled, aiLabel } = useProviderValue();
  const labels = merged.get(own) ?? mergeLabels(own);
  merged.set(own, labels);
  return { client, ledger, labels, unstyled, aiLabel };
}
