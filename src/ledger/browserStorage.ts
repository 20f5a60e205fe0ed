import type { LedgerBounds, LedgerStorage } from "./ledgerStorage.ts";

/**
 * Creates synchronous storage for attempts, backed by `localStorage` or `sessionStorage`. For thousands of attempts,
 * use `indexedDbStorage`.
 *
 * @param area `session` keeps attempts until the tab closes and hides them from other tabs
 * @param bounds storage limits, by default 1,000 attempts and 1,000,000 characters
 */
export function browserStorage(
  area: "local" | "session" = "local",
  bounds?: LedgerBounds,
): LedgerStorage {
  // Accessing these globals throws if the browser blocks storage.
  const items = () => (area === "local" ? localStorage : sessionStorage);
  return {
    shared: area === "local",
    bounds: { attempts: 1_000, chars: 1_000_000, ...bounds },
    entries: (prefix) => {
      const storage = items();
      return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "")
        .filter((key) => key.startsWith(prefix))
        .map((key) => [key, storage.getItem(key) ?? ""] as const);
    },
    set: (key, text) => items().setItem(key, text),
    remove: (key) => items().removeItem(key),
  };
}
