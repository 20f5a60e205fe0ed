"use client";
import { useState } from "react";

export interface Selection {
  /** Ids of what is selected, in the order of the list. */
  readonly ids: readonly string[];
  readonly has: (id: string) => boolean;
  /** Selects one, or takes it out; the next `extend` goes from there. */
  readonly toggle: (id: string) => void;
  /**
   * Selects everything from the last one that was toggled up to this one, in place of the range before.
   *
   * @param start where it begins when none was toggled
   */
  readonly extend: (id: string, start?: string) => void;
  readonly all: () => void;
  readonly clear: () => void;
}

interface Chosen {
  readonly ids: ReadonlySet<string>;
  /** What was selected before the range that is being drawn. */
  readonly base: ReadonlySet<string>;
  /** Where the range begins. */
  readonly anchor: string | undefined;
}

const none: ReadonlySet<string> = new Set();
const nothing: Chosen = { ids: none, base: none, anchor: undefined };

/** Which of a list's items are selected. What is not in the list is not selected, also when it was before. */
export function useSelection(list: readonly string[]): Selection {
  const [chosen, setChosen] = useState(nothing);
  const ids = list.filter((id) => chosen.ids.has(id));

  return {
    ids,
    has: (id) => chosen.ids.has(id),
    toggle: (id) => {
      const others = ids.filter((one) => one !== id);
      const next = new Set(others.length < ids.length ? others : [...others, id]);
      setChosen({ ids: next, base: next, anchor: id });
    },
    extend: (id, start = id) => {
      const isThere = chosen.anchor !== undefined && list.includes(chosen.anchor);
      const anchor = isThere ? chosen.anchor : start;
      const base = isThere ? chosen.base : new Set(ids);
      const [from, to] = [list.indexOf(anchor), list.indexOf(id)];
      const range = list.slice(Math.min(from, to), Math.max(from, to) + 1);
      setChosen({ ids: new Set([...base, ...range]), base, anchor });
    },
    all: () => setChosen({ ids: new Set(list), base: none, anchor: undefined }),
    clear: () => setChosen(nothing),
  };
}
