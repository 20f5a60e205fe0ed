import type { Client } from "../client/client.ts";
import { browserStorage } from "../ledger/browserStorage.ts";
import type { Favorites } from "../ledger/createFavorites.ts";
import { createLedger, type Ledger } from "../ledger/createLedger.ts";
import type { PollMemory } from "../ledger/createPollMemory.ts";
import type { LedgerStorage } from "../ledger/ledgerStorage.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";

export interface OpenLedger {
  readonly ledger: Ledger;
  readonly storage: LedgerStorage;
  /** Name that identifies the user and the backend. */
  readonly owner: string;
  /** Providers that are currently mounted. */
  readonly providers: Set<object>;
  /** Forms that are currently mounted. */
  readonly forms: Set<{ readonly scope: string }>;
  /** State of the code that watches jobs, kept when providers are remounted. */
  readonly watching: {
    /** Undefined until the code that watches jobs has loaded. */
    memory?: PollMemory;
    /** Calls to `onResult` that haven't finished yet, by attempt ID. */
    readonly deliveries: Map<string, Promise<void>>;
  };
  readonly favorites: Map<string, Favorites>;
}

export interface OpenLedgerOptions {
  readonly client: Client;
  readonly storage: LedgerStorage | undefined;
  readonly userKey: string | undefined;
}

const local = browserStorage();

/** Open ledgers, by storage. Shared by providers and kept when providers are remounted. */
const openLedgers = new WeakMap<LedgerStorage, Map<string, OpenLedger>>();

/** Returns the ledger for a user and backend, and opens it if necessary. Storage isn't read until `list` is called. */
export function openLedger({ client, storage, userKey = "" }: OpenLedgerOptions): OpenLedger {
  const { address = "" } = client;
  const place = storage ?? (client.address === undefined ? memoryStorage() : local);
  const owner = [address, userKey].map(encodeURIComponent).join(":");
  const all = openLedgers.get(place) ?? new Map<string, OpenLedger>();
  openLedgers.set(place, all);
  const open = all.get(owner) ?? {
    ledger: createLedger({ storage: place, name: owner }),
    storage: place,
    owner,
    providers: new Set(),
    forms: new Set(),
    watching: { deliveries: new Map() },
    favorites: new Map(),
  };
  all.set(owner, open);
  return open;
}
