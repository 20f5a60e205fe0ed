"use client";
import { useEffect, useState } from "react";

/** Returns the indexes of the texts that contain the query's words with at most one typo each, best match first. */
export type FuzzySearch = (texts: string[], query: string) => readonly number[];

async function load(): Promise<FuzzySearch> {
  const { default: UFuzzy } = await import("@leeoniya/ufuzzy");
  const fuzzy = new UFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
  return (texts, query) => fuzzy.search(texts, query, 1)[0] ?? [];
}

/** Loads the search code when it is first wanted. Returns undefined until then. Finds nothing if it fails to load. */
export function useFuzzySearch(isWanted: boolean): FuzzySearch | undefined {
  const [search, setSearch] = useState<{ readonly run: FuzzySearch }>();
  const isMissing = isWanted && !search;
  useEffect(() => {
    if (!isMissing) return undefined;
    let left = false;
    const use = (run: FuzzySearch) => void (left || setSearch({ run }));
    load().then(use, () => use(() => []));
    return () => {
      left = true;
    };
  }, [isMissing]);
  return search?.run;
}
