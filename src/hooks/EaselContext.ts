"use client";
import { createContext, useContext } from "react";
import type { Client, Ledger } from "../client/index.ts";
import type { Labels } from "./labels/labels.ts";

export interface EaselContextValue {
  readonly client: Client;
  readonly ledger: Ledger;
  readonly labels: Labels;
}

export const EaselContext = createContext<EaselContextValue | undefined>(undefined);

/** The client, the ledger and the words that the provider above holds. */
export function useEasel(): EaselContextValue {
  const value = useContext(EaselContext);
  if (!value) {
    throw new Error(
      "Easel: there is no <EaselProvider> above this component, so it has no backend to ask. Wrap your app, or this page of it, in <EaselProvider client={createClient()}>.",
    );
  }
  return value;
}
