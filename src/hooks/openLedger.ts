import {
  browserStorage,
  createLedger,
  memoryStorage,
  type Client,
  type Ledger,
  type LedgerStorage,
} from "../client/index.ts";

export interface OpenLedgerOptions {
  readonly client: Client;
  readonly storage: LedgerStorage | undefined;
  readonly userKey: string | undefined;
}

export interface OpenedLedger {
  readonly ledger: Ledger;
  /** What other tabs know it by; undefined where they can't see it. */
  readonly sharedName: string | undefined;
}

const local = browserStorage();

/** One ledger for each place, so that a provider that comes again finds what was begun under the first. */
const opened = new WeakMap<LedgerStorage, Map<string, Ledger>>();

/** The ledger of one user's runs at one backend. */
export function openLedger({ client, storage, userKey = "" }: OpenLedgerOptions): OpenedLedger {
  const { address = "" } = client;
  const place = storage ?? (client.address === undefined ? memoryStorage() : local);
  const name = [address, userKey].map(encodeURIComponent).join(":");
  const ledgers = opened.get(place) ?? new Map<string, Ledger>();
  opened.set(place, ledgers);
  const ledger = ledgers.get(name) ?? createLedger({ storage: place, name });
  ledgers.set(name, ledger);
  return { ledger, sharedName: place.shared ? name : undefined };
}
