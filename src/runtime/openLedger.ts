import type { Client } from "../client/client.ts";
import { mapLater } from "../client/createLater.ts";
import { browserStorage } from "../ledger/browserStorage.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import type { PollMemory } from "../ledger/createPollMemory.ts";
import type { LedgerStorage } from "../ledger/ledgerStorage.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import { emptyPollHistory } from "../polling/pollHistory.ts";
import { laterLedger } from "./laterLedger.ts";
import { engine } from "./loadEngine.ts";

export interface OpenLedgerOptions {
  readonly client: Client;
  readonly storage: LedgerStorage | undefined;
  readonly userKey: string | undefined;
}

interface Kept {
  readonly ledger: Ledger;
  /** How long runs took at this backend. */
  readonly memory: PollMemory;
}

export interface OpenedLedger extends Kept {
  /** Where it is kept, and what else may be. */
  readonly storage: LedgerStorage;
  /** Whose it is, at which backend: stands before each name that is kept. */
  readonly owner: string;
  /** What other tabs know it by; undefined where they can't see it. */
  readonly sharedName: string | undefined;
}

const local = browserStorage();

/** One ledger for each place, so that a provider that comes again finds what was begun under the first. */
const opened = new WeakMap<LedgerStorage, Map<string, Kept>>();

function keep(about: { readonly storage: LedgerStorage; readonly name: string }): Kept {
  const memory = mapLater(engine, ({ createPollMemory }) => createPollMemory(about));
  return {
    ledger: laterLedger(mapLater(engine, ({ createLedger }) => createLedger(about))),
    memory: {
      recall: (modelId) => memory.now()?.recall(modelId) ?? emptyPollHistory,
      update: (modelId, change) => void memory.whenThere((one) => one.update(modelId, change)),
      receive: (modelId, history) => void memory.whenThere((one) => one.receive(modelId, history)),
    },
  };
}

/** The ledger of one user's runs at one backend. Its code is on its way from now on; until then it is empty. */
export function openLedger({ client, storage, userKey = "" }: OpenLedgerOptions): OpenedLedger {
  const { address = "" } = client;
  const place = storage ?? (client.address === undefined ? memoryStorage() : local);
  const name = [address, userKey].map(encodeURIComponent).join(":");
  const all = opened.get(place) ?? new Map<string, Kept>();
  opened.set(place, all);
  const kept = all.get(name) ?? keep({ storage: place, name });
  all.set(name, kept);
  engine.hurry();
  return { ...kept, storage: place, owner: name, sharedName: place.shared ? name : undefined };
}
