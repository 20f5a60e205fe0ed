import type { LedgerBounds, LedgerStorage } from "./ledgerStorage.ts";

/**
 * Keeps runs in the browser's own storage, one item each, written before the next line runs.
 *
 * @param area `session` keeps them until the tab is closed, and from other tabs
 * @param bounds 1,000 runs and 1,000,000 characters unless told, a fifth of what a browser usually grants. For thousands
 * take `indexedDbStorage`
 */
export function browserStorage(
  area: "local" | "session" = "local",
  bounds?: LedgerBounds,
): LedgerStorage {
  // Asked for anew each time: where storage is forbidden, to look at it is to throw.
  const items = () => (area === "local" ? localStorage : sessionStorage);
  return {
    shared: area === "local",
    bounds: { records: 1_000, chars: 1_000_000, ...bounds },
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
