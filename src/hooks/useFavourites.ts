"use client";
import { useMemo, useSyncExternalStore } from "react";
import { createFavourites, type Favourites } from "../ledger/createFavourites.ts";
import type { LedgerStorage } from "../ledger/ledgerStorage.ts";
import { useBacking } from "./EaselContext.ts";

export interface UseFavouritesResult {
  /** Oldest first. */
  readonly favourites: readonly string[];
  /** Stars a value, or takes its star away. */
  readonly toggle: (value: string) => void;
}

/** One for each list and place, so that all who show a list show the same stars. */
const opened = new WeakMap<LedgerStorage, Map<string, Favourites>>();

function openFavourites(storage: LedgerStorage, name: string): Favourites {
  const lists = opened.get(storage) ?? new Map<string, Favourites>();
  opened.set(storage, lists);
  const favourites = lists.get(name) ?? createFavourites({ storage, name });
  lists.set(name, favourites);
  return favourites;
}

const none: readonly string[] = [];
const noFavourites = () => none;

/**
 * What the user has starred in a list of that name: kept where the provider keeps runs, for its `userKey`.
 *
 * @example
 * const { favourites, toggle } = useFavourites("style");
 */
export function useFavourites(list: string): UseFavouritesResult {
  const { storage, owner } = useBacking();
  const {
    list: read,
    subscribe,
    toggle,
  } = useMemo(() => openFavourites(storage, `${owner}:${list}`), [storage, owner, list]);
  // Nothing that is kept in the browser is drawn before hydration: the server knew none of it.
  return { favourites: useSyncExternalStore(subscribe, read, noFavourites), toggle };
}
