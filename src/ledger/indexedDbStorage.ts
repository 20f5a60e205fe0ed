import { createStore, del, entries, set, type UseStore } from "idb-keyval";
import type { LedgerBounds, LedgerStorage } from "./ledgerStorage.ts";

/**
 * Keeps runs in IndexedDB: thousands of them, and beside a `localStorage` that is full of other things. A submit waits
 * until its run is written, which takes a few milliseconds.
 *
 * @param name of the database
 * @param bounds 10,000 runs and 20,000,000 characters unless told
 */
export function indexedDbStorage(name = "react-easel", bounds?: LedgerBounds): LedgerStorage {
  let opened: UseStore | undefined;
  // Opened with the first use: there is no database where a page is made on a server.
  const store = () => (opened ??= createStore(name, "runs"));
  return {
    shared: true,
    bounds: { records: 10_000, chars: 20_000_000, ...bounds },
    entries: async (prefix) => {
      const all = await entries<string, string>(store());
      // Another program may keep other kinds of keys in this database.
      return all.filter(([key]) => typeof key === "string" && key.startsWith(prefix));
    },
    set: async (key, text) => set(key, text, store()),
    remove: async (key) => del(key, store()),
  };
}
