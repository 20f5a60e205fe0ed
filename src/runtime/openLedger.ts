import type { Client } from "../client/client.ts";
import { browserStorage } from "../ledger/browserStorage.ts";
import type { Favorites } from "../ledger/createFavorites.ts";
import { createLedger, type Ledger } from "../ledger/createLedger.ts";
import type { PollMemory } from "../ledger/createPollMemory.ts";
import type { LedgerStorage } from "../ledger/ledgerStorage.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";

/** One user's ledger at one backend, and what this page knows of it. */
export interface OpenLedger {
  readonly ledger: Ledger;
  readonly storage: LedgerStorage;
  /** Names the user and the backend in every key of the storage. */
  readonly owner: string;
  /** The name that other tabs know the ledger by; undefined where they can't see it. */
  readonly sharedName: string | undefined;
  /** Providers that show the ledger. */
  readonly providers: Marks<"mounted">;
  /** Scopes whose jobs are rendered. */
  readonly scopes: Marks<string>;
  /** State of the watching code, which a provider that mounts again goes on with. */
  readonly watching: {
    /** How long jobs took; set once the code is loaded. */
    memory?: PollMemory;
    /** Results that `onResult` is being called with, by attempt id. */
    readonly deliveries: Map<string, Promise<void>>;
  };
  /** Starred values, by the name of their list. */
  readonly favorites: Map<string, Favorites>;
}

/** Values that mounted components mark; one that several mark stays until the last of them is gone. */
interface Marks<T> {
  /** Returns a function that takes the mark away. */
  readonly add: (value: T) => () => void;
  readonly has: (value: T) => boolean;
}

function createMarks<T>(): Marks<T> {
  const marks = new Set<{ readonly value: T }>();
  return {
    add: (value) => {
      const mark = { value };
      marks.add(mark);
      return () => void marks.delete(mark);
    },
    has: (value) => [...marks].some((mark) => mark.value === value),
  };
}

export interface OpenLedgerOptions {
  readonly client: Client;
  readonly storage: LedgerStorage | undefined;
  readonly userKey: string | undefined;
}

const local = browserStorage();

/**
 * Open ledgers of each storage, so that a provider that mounts again, or a second one, finds the same attempts. The storage
 * owns them: they go when an app drops it.
 */
const openLedgers = new WeakMap<LedgerStorage, Map<string, OpenLedger>>();

/** Opens the ledger of one user at one backend. Nothing is read before it is listed. */
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
    sharedName: place.shared ? owner : undefined,
    providers: createMarks(),
    scopes: createMarks(),
    watching: { deliveries: new Map() },
    favorites: new Map(),
  };
  all.set(owner, open);
  return open;
}
