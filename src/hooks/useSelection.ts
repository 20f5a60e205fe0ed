"use client";
import { useState } from "react";
import { useStableActions } from "./useStableActions.ts";

interface Chosen {
  readonly ids: ReadonlySet<string>;
  readonly base: ReadonlySet<string>;
  readonly anchor: string | undefined;
}

const none: ReadonlySet<string> = new Set();
const nothing: Chosen = { ids: none, base: none, anchor: undefined };

/** Returns a list's selected items, and actions that change the selection. Items that leave the list are deselected. */
export function useSelection(list: readonly string[]) {
  const [chosen, setChosen] = useState(nothing);
  const ids = list.filter((id) => chosen.ids.has(id));

  const actions = useStableActions({
    toggle: (id: string) => {
      const others = ids.filter((one) => one !== id);
      const next = new Set(others.length < ids.length ? others : [...others, id]);
      setChosen({ ids: next, base: next, anchor: id });
    },
    /** Selects the range from the last toggled item (by default, from `start`) to `id`. Replaces the previous range. */
    extend: (id: string, start = id) => {
      const isThere = chosen.anchor !== undefined && list.includes(chosen.anchor);
      const anchor = isThere ? chosen.anchor : start;
      const base = isThere ? chosen.base : new Set(ids);
      const [from, to] = [list.indexOf(anchor), list.indexOf(id)];
      const range = list.slice(Math.min(from, to), Math.max(from, to) + 1);
      setChosen({ ids: new Set([...base, ...range]), base, anchor });
    },
    all: () => setChosen({ ids: new Set(list), base: none, anchor: undefined }),
    clear: () => setChosen(nothing),
  });
  return { ids, has: (id: string) => chosen.ids.has(id), ...actions };
}
