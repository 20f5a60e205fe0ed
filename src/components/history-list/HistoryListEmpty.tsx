"use client";
import { useEasel } from "../../hooks/useEasel.ts";
import { useParts } from "../internals/useParts.ts";
import { useHistoryList } from "./HistoryListContext.ts";

/** Empty state, with a button to clear the filter. */
export function HistoryListEmpty() {
  const part = useParts();
  const words = useEasel().labels.history;
  const { total, setFilter } = useHistoryList("Grid").history;
  if (total === 0) return <p {...part("history-empty")}>{words.empty}</p>;
  return (
    <div {...part("history-empty")}>
      <p {...part("history-empty-words")}>{words.nothingFound}</p>
      <button
        type="button"
        {...part("history-action", "button")}
        onClick={() => setFilter({ search: "", modelId: undefined, starredOnly: false })}
      >
        {words.showAll}
      </button>
    </div>
  );
}
