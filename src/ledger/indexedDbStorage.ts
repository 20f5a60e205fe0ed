import { createStore, del, entries, set, type UseStore } from "idb-keyval";
import type { LedgerBounds, LedgerStorage } from "./ledgerStorage.ts";

/**
 * Creates storage for attempts in IndexedDB, by default for up to 10,000 attempts and 20,000,000 characters. Delays
 * each submission by a few milliseconds.
 */
export function indexedDbStorage(name = "react-easel", bounds?: LedgerBounds): LedgerStorage {
  let opened: UseStore | undefined;
  // The database is opened on first use, because servers have no IndexedDB.
  const store = () => (opened ??= createStore(name, "runs"));
  return {
    shared: true,
    bounds: { attempts: 10_000, chars: 20_000_000, ...bounds },
    entries: async (prefix) => {
      const all = await entries<string, string>(store());
      // Other code may have stored keys that aren't strings.
      return all.filter(([key]) => typeof key === "string" && key.startsWith(prefix));
    },
    set: async (key, text) => set(key, text, store()),
    remove: async (key) => del(key, store()),
  };
}
