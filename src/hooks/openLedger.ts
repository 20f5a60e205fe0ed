import {
  browserStorage,
  createLedger,
  createPollMemory,
  memoryStorage,
  type Client,
  type Ledger,
  type LedgerStorage,
  type PollMemory,
} from "../client/index.ts";

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

/** The ledger of one user's runs at one backend. */
export function openLedger({ client, storage, userKey = "" }: OpenLedgerOptions): OpenedLedger {
  const { address = "" } = client;
  const place = storage ?? (client.address === undefined ? memoryStorage() : local);
  const name = [address, userKey].map(encodeURIComponent).join(":");
  const all = opened.get(place) ?? new Map<string, Kept>();
  opened.set(place, all);
  const about = { storage: place, name };
  const kept = all.get(name) ?? { ledger: createLedger(about), memory: createPollMemory(about) };
  all.set(name, kept);
  return { ...kept, storage: place, owner: name, sharedName: place.shared ? name : undefined };
}
