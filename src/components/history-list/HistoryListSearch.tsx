"use client";
import { forwardRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { renderPart, type PartProps } from "../internals/renderPart.ts";
import { useHistoryList } from "./HistoryListContext.ts";

export type HistoryListSearchProps = PartProps<"input">;

/** Looks for words in prompts and settings as they are typed. Renders an `<input type="search">`. */
export const HistoryListSearch = forwardRef<HTMLInputElement, HistoryListSearchProps>(
  function HistoryListSearch({ onChange, ...props }, ref) {
    const words = useEasel().labels.history;
    const { filter, setFilter } = useHistoryList("Search").history;
    return renderPart({
      as: "input",
      name: "history-search",
      ref,
      props: {
        type: "search",
        "aria-label": words.search,
        placeholder: words.search,
        dir: "auto",
        value: filter.search,
        autoComplete: "off",
        ...props,
        onChange: (event) => {
          onChange?.(event);
          if (!event.defaultPrevented) setFilter({ search: event.target.value });
        },
      },
    });
  },
);
