"use client";
import { createContext, useContext } from "react";
import type { Client } from "../client/client.ts";
import type { LabelOverrides } from "../labels/labels.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import type { PollMemory } from "../ledger/createPollMemory.ts";
import type { LedgerStorage } from "../ledger/ledgerStorage.ts";
import type { JobList } from "../runtime/createJobList.ts";
import type { Reporter } from "../runtime/report.ts";

/** What the provider holds. The words are the app's own alone: the English ones come with the components that say them. */
export interface Backing {
  readonly client: Client;
  readonly ledger: Ledger;
  readonly memory: PollMemory;
  /** Every run, as it is drawn. */
  readonly jobs: JobList;
  /** Where the ledger is kept, and what else may be. */
  readonly storage: LedgerStorage;
  /** Whose it is, at which backend. */
  readonly owner: string;
  readonly labels: LabelOverrides | undefined;
  readonly report: Reporter;
  /** The look is the app's own. */
  readonly unstyled: boolean;
}

export const EaselContext = createContext<Backing | undefined>(undefined);

/** The provider above, for hooks, which say next to nothing. */
export function useBacking(): Backing {
  const value = useContext(EaselContext);
  if (!value) {
    throw new Error(
      `Easel: there is no <EaselProvider> above this component, so it has no backend to ask. Wrap your app, or this page of it, in <EaselProvider baseUrl="/api/easel">.`,
    );
  }
  return value;
}
