import type { LedgerStorage } from "./ledgerStorage.ts";

/** Keeps runs until the page goes. */
export function memoryStorage(): LedgerStorage {
  const texts = new Map<string, string>();
  return {
    entries: (prefix) => [...texts].filter(([key]) => key.startsWith(prefix)),
    set: (key, text) => void texts.set(key, text),
    remove: (key) => void texts.delete(key),
  };
}
