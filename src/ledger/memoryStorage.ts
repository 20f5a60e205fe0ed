import type { LedgerBounds, LedgerStorage } from "./ledgerStorage.ts";

/** Creates a storage in memory, by default for 500 attempts. An attempt with inline images may use megabytes. */
export function memoryStorage(bounds?: LedgerBounds): LedgerStorage {
  const texts = new Map<string, string>();
  return {
    bounds,
    entries: (prefix) => [...texts].filter(([key]) => key.startsWith(prefix)),
    set: (key, text) => void texts.set(key, text),
    remove: (key) => void texts.delete(key),
  };
}
