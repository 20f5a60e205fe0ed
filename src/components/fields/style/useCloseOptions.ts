"use client";
import { useEffect, useState } from "react";
import { searchText, type FieldOptions } from "../fieldOptions.ts";

type Search = (texts: string[], query: string) => readonly number[];

async function load(): Promise<Search> {
  const { default: UFuzzy } = await import("@leeoniya/ufuzzy");
  // Allows one typo per word.
  const fuzzy = new UFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
  return (texts, query) => fuzzy.search(texts, query, 1)[0] ?? [];
}

/** Returns the options with names similar to the query, best match first, or undefined until the search code loads. */
export function useCloseOptions(options: FieldOptions, query: string): FieldOptions | undefined {
  const [search, setSearch] = useState<{ readonly run: Search }>();
  const isWanted = query !== "" && !search;
  useEffect(() => {
    if (!isWanted) return undefined;
    let left = false;
    const use = (run: Search) => void (left || setSearch({ run }));
    load().then(use, () => use(() => []));
    return () => {
      left = true;
    };
  }, [isWanted]);
  if (query === "") return [];
  if (!search) return undefined;
  return search.run(options.map(searchText), query).flatMap((index) => options[index] ?? []);
}
