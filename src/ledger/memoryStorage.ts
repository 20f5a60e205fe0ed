import type { LedgerBounds, LedgerStorage } from "./ledgerStorage.ts";

/** Creates in-memory storage, by default for 500 attempts. An attempt with inline images may take up megabytes. */
export function memoryStorage(bounds?: LedgerBounds): LedgerStorage {
  const texts = new Map<string, string>();
  return {
    bounds,
    entries: (prefix) => [...texts].filter(([key]) => key.startsWith(prefix)),
    set: (key, text) => void texts.set(key, text),
    remove: (key) => void texts.delete(key),
  };
}
