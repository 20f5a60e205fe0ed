"use client";
import { useMemo, useSyncExternalStore } from "react";
import { createFavorites } from "../ledger/createFavorites.ts";
import { useProviderValue } from "./EaselContext.ts";

const none: readonly string[] = [];
const noFavorites = () => none;

/** Returns the user's favorites in a named list, oldest first, and a `toggle` function. Uses the provider's storage. */
export function useFavorites(list: string) {
  const { storage, owner, favorites: lists } = useProviderValue();
  const favorites = useMemo(() => {
    const open = lists.get(list) ?? createFavorites({ storage, name: `${owner}:${list}` });
    lists.set(list, open);
    return open;
  }, [storage, owner, lists, list]);
  const { list: read, subscribe, toggle } = favorites;
  return { favorites: useSyncExternalStore(subscribe, read, noFavorites), toggle };
}

export type UseFavoritesResult = ReturnType<typeof useFavorites>;
