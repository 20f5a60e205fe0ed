"use client";
import { useFuzzySearch } from "../../../hooks/useFuzzySearch.ts";
import { searchText, type FieldOptions } from "../fieldOptions.ts";

/** Returns the options with names similar to the query, best match first, or undefined until the search code loads. */
export function useCloseOptions(options: FieldOptions, query: string): FieldOptions | undefined {
  const search = useFuzzySearch(query !== "");
  if (query === "") return [];
  return search?.(options.map(searchText), query).flatMap((index) => options[index] ?? []);
}
