"use client";
import { useMemo, useSyncExternalStore } from "react";
import { createFavorites } from "../ledger/createFavorites.ts";
import { useProviderValue } from "./EaselContext.ts";

export interface UseFavoritesResult {
  /** Oldest first. */
  readonly favorites: readonly string[];
  /** Stars a value, or takes its star away. */
  readonly toggle: (value: string) => void;
}

const none: readonly string[] = [];
const noFavorites = () => none;

/**
 * What the user has starred in a list of that name: kept where the provider keeps runs, for its `userKey`.
 *
 * @example
 * const { favorites, toggle } = useFavorites("style");
 */
export function useFavorites(list: string): UseFavoritesResult {
  const { storage, owner, favorites: lists } = useProviderValue();
  const favorites = useMemo(() => {
    // One for each list, so that all who show it show the same.
    const open = lists.get(list) ?? createFavorites({ storage, name: `${owner}:${list}` });
    lists.set(list, open);
    return open;
  }, [storage, owner, lists, list]);
  const { list: read, subscribe, toggle } = favorites;
  // Nothing that is kept in the browser is drawn before hydration: the server knew none of it.
  return { favorites: useSyncExternalStore(subscribe, read, noFavorites), toggle };
}
