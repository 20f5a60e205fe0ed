import type { LedgerStorage } from "./ledgerStorage.ts";

/** Store for a user's favorites, which are listed from oldest to newest. */
export interface Favorites {
  readonly list: () => readonly string[];
  /** Subscribes to changes. Returns an unsubscribe function. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly toggle: (value: string) => void;
}

export interface FavoritesOptions {
  readonly storage: LedgerStorage;
  readonly name: string;
}

// If storage fails, favorites are kept in memory until the page closes.
const ignore = () => undefined;

/** Creates a store of favorites. Each favorite has its own key so that tabs don't overwrite each other's favorites. */
export function createFavorites({ storage, name }: FavoritesOptions): Favorites {
  const prefix = `easel-favourites:${name}:`;
  const listeners = new Set<() => void>();
  let favorites: readonly string[] = [];

  function set(next: readonly string[]): void {
    favorites = next;
    for (const listener of listeners) listener();
  }

  async function read(): Promise<void> {
    const stored = [...(await storage.entries(prefix))]
      .toSorted(([, one], [, other]) => Number(one) - Number(other))
      .map(([key]) => key.slice(prefix.length));
    if (stored.length > 0) set([...new Set([...stored, ...favorites])]);
  }

  async function write(value: string, isNew: boolean): Promise<void> {
    if (isNew) await storage.set(prefix + value, String(Date.now()));
    else await storage.remove(prefix + value);
  }

  read().catch(ignore);
  return {
    list: () => favorites,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    toggle: (value) => {
      const isNew = !favorites.includes(value);
      set(isNew ? [...favorites, value] : favorites.filter((one) => one !== value));
      write(value, isNew).catch(ignore);
    },
  };
}
