"use client";
import { useEffect, useState } from "react";
import type { FieldOption } from "../../../models/field.ts";
import { searchText } from "../fieldOptions.ts";

type Search = (texts: string[], query: string) => readonly number[];

async function load(): Promise<Search> {
  const { default: UFuzzy } = await import("@leeoniya/ufuzzy");
  // One slip a word: a letter that is wrong, missing, doubled or swapped.
  const fuzzy = new UFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
  return (texts, query) => fuzzy.search(texts, query, 1)[0] ?? [];
}

/**
 * The options whose names are nearly what was typed, best first. What finds them is loaded with the first query, so a search
 * without a slip costs nothing.
 *
 * @param query "" for none
 */
export function useCloseOptions(
  options: readonly FieldOption[],
  query: string,
): readonly FieldOption[] {
  const [search, setSearch] = useState<{ readonly run: Search }>();
  const isWanted = query !== "" && !search;
  useEffect(() => {
    if (!isWanted) return undefined;
    let left = false;
    const use = (run: Search) => void (left || setSearch({ run }));
    // Where it can't be loaded, slips are not found.
    load().then(use, () => undefined);
    return () => {
      left = true;
    };
  }, [isWanted]);
  if (!search || query === "") return [];
  return search.run(options.map(searchText), query).flatMap((index) => options[index] ?? []);
}
