import { createStore, del, entries, set, type UseStore } from "idb-keyval";
import type { LedgerStorage } from "./ledgerStorage.ts";

/**
 * Keeps runs in IndexedDB, for apps whose `localStorage` is full of other things. A submit waits until its run is
 * written, which takes a few milliseconds.
 *
 * @param name of the database
 */
export function indexedDbStorage(name = "react-easel"): LedgerStorage {
  let opened: UseStore | undefined;
  // Opened with the first use: there is no database where a page is made on a server.
  const store = () => (opened ??= createStore(name, "runs"));
  return {
    shared: true,
    entries: async (prefix) => {
      const all = await entries<string, string>(store());
      return all.filter(([key]) => key.startsWith(prefix));
    },
    set: async (key, text) => set(key, text, store()),
    remove: async (key) => del(key, store()),
  };
}
