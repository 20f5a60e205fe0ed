import type { LedgerBounds, LedgerStorage } from "./ledgerStorage.ts";

/**
 * Keeps runs until the page goes.
 *
 * @param bounds 500 runs unless told: a run whose images came inline may hold megabytes of them
 */
export function memoryStorage(bounds?: LedgerBounds): LedgerStorage {
  const texts = new Map<string, string>();
  return {
    bounds,
    entries: (prefix) => [...texts].filter(([key]) => key.startsWith(prefix)),
    set: (key, text) => void texts.set(key, text),
    remove: (key) => void texts.delete(key),
  };
}
