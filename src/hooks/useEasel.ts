"use client";
import type { Labels } from "../labels/en/en.ts";
import { mergeLabels, type LabelOverrides } from "../labels/en/mergeLabels.ts";
import { useProviderValue } from "./EaselContext.ts";

const noOverrides: LabelOverrides = {};

/** Keeps labels the same between renders. */
const merged = new WeakMap<LabelOverrides, Labels>();

/** Returns the client, ledger and labels of the provider above. */
export function useEasel() {
  const { client, ledger, labels: own = noOverrides, unstyled } = useProviderValue();
  const labels = merged.get(own) ?? mergeLabels(own);
  merged.set(own, labels);
  return { client, ledger, labels, unstyled };
}
