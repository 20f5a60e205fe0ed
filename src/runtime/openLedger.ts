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
  /** Mounted providers. */
  readonly providers: Set<object>;
  /** Mounted forms. */
  readonly forms: Set<{ readonly scope: string }>;
  /** The watching code's state, which is kept across remounts. */
  readonly watching: {
    /** Poll memory. Set once the watching code has loaded. */
    memory?: PollMemory;
    /** Pending `onResult` calls, by attempt ID. */
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

/** Open ledgers by storage. Shared by providers and kept across remounts. */
const openLedgers = new WeakMap<LedgerStorage, Map<string, OpenLedger>>();

/** Returns the ledger of a user and backend, and opens it if necessary. Reads nothing until the ledger is listed. */
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
