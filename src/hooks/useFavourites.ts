"use client";
import { useMemo, useSyncExternalStore } from "react";
import { createFavourites } from "../ledger/createFavourites.ts";
import { useBacking } from "./EaselContext.ts";

export interface UseFavouritesResult {
  /** Oldest first. */
  readonly favourites: readonly string[];
  /** Stars a value, or takes its star away. */
  readonly toggle: (value: string) => void;
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
  const { storage, owner, favourites: lists } = useBacking();
  const favourites = useMemo(() => {
    // One for each list, so that all who show it show the same.
    const open = lists.get(list) ?? createFavourites({ storage, name: `${owner}:${list}` });
    lists.set(list, open);
    return open;
  }, [storage, owner, lists, list]);
  const { list: read, subscribe, toggle } = favourites;
  // Nothing that is kept in the browser is drawn before hydration: the server knew none of it.
  return { favourites: useSyncExternalStore(subscribe, read, noFavourites), toggle };
}
