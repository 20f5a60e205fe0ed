"use client";
import type { Client } from "../client/client.ts";
import { mergeLabels } from "../labels/en/mergeLabels.ts";
import type { LabelOverrides, Labels } from "../labels/labels.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import { useProviderValue } from "./EaselContext.ts";

export interface EaselContextValue {
  readonly client: Client;
  readonly ledger: Ledger;
  readonly labels: Labels;
  /** Whether the app said that the look is its own. */
  readonly unstyled: boolean;
}

const noOverrides: LabelOverrides = {};

/** Merged labels of each set of overrides, so that they stay the same object between renders. The app owns the overrides. */
const merged = new WeakMap<LabelOverrides, Labels>();

/** The client, the ledger and the words that the provider above holds. */
export function useEasel(): EaselContextValue {
  const { client, ledger, labels: own = noOverrides, unstyled } = useProviderValue();
  const labels = merged.get(own) ?? mergeLabels(own);
  merged.set(own, labels);
  return { client, ledger, labels, unstyled };
}
