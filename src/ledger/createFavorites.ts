import type { LedgerStorage } from "./ledgerStorage.ts";

/** What somebody has starred in one list, oldest first. Each star is kept under a key of its own, so tabs don't undo each other's. */
export interface Favorites {
  readonly list: () => readonly string[];
  readonly subscribe: (listener: () => void) => () => void;
  readonly toggle: (value: string) => void;
}

export interface FavoritesOptions {
  readonly storage: LedgerStorage;
  /** Whose they are, and of which list. */
  readonly name: string;
}

/** Where nothing can be read or written, a star lasts as long as the page. */
const ignore = () => undefined;

/** The stars of one list, read from the storage and kept in it. */
export function createFavorites({ storage, name }: FavoritesOptions): Favorites {
  const prefix = `easel-favourites:${name}:`;
  const listeners = new Set<() => void>();
  let known: readonly string[] = [];

  function tell(next: readonly string[]): void {
    known = next;
    for (const listener of listeners) listener();
  }

  async function read(): Promise<void> {
    const kept = [...(await storage.entries(prefix))]
      .toSorted(([, one], [, other]) => Number(one) - Number(other))
      .map(([key]) => key.slice(prefix.length));
    if (kept.length > 0) tell([...new Set([...kept, ...known])]);
  }

  async function write(value: string, isNew: boolean): Promise<void> {
    if (isNew) await storage.set(prefix + value, String(Date.now()));
    else await storage.remove(prefix + value);
  }

  read().catch(ignore);
  return {
    list: () => known,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    toggle: (value) => {
      const isNew = !known.includes(value);
      tell(isNew ? [...known, value] : known.filter((one) => one !== value));
      write(value, isNew).catch(ignore);
    },
  };
}
