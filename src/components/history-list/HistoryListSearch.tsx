"use client";
import { forwardRef } from "react";
import { Part, type PartProps } from "../internals/Part.tsx";
import { useHistoryLabels } from "../internals/useHistoryLabels.ts";
import { useHistoryList } from "./HistoryListContext.ts";

export type HistoryListSearchProps = PartProps<"input">;

/** Renders an `<input type="search">` that searches the jobs' prompts and settings. */
export const HistoryListSearch = forwardRef<HTMLInputElement, HistoryListSearchProps>(
  function HistoryListSearch(props, ref) {
    const labels = useHistoryLabels();
    const { filter, setFilter } = useHistoryList("HistoryList.Search").history;
    return (
      <Part
        as="input"
        partName="history-search"
        kind="input"
        type="search"
        aria-label={labels.search}
        placeholder={labels.search}
        dir="auto"
        value={filter.search}
        autoComplete="off"
        own={props}
        onChange={({ target }) => setFilter({ search: target.value })}
        ref={ref}
      />
    );
  },
);
