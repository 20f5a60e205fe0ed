"use client";
import { useHistoryLabels } from "../internals/useHistoryLabels.ts";
import { useParts } from "../internals/useParts.ts";
import { useHistoryList } from "./HistoryListContext.ts";

export function HistoryListEmpty() {
  const part = useParts();
  const labels = useHistoryLabels();
  const { total, setFilter } = useHistoryList("HistoryList.Grid").history;
  if (total === 0) return <p {...part("history-empty", "stack")}>{labels.empty}</p>;
  return (
    <div {...part("history-empty", "stack")}>
      <p {...part("history-empty-words")}>{labels.noMatches}</p>
      <button
        {...part("history-action", "button")}
        onClick={() =>
          setFilter({ search: "", modelId: undefined, month: undefined, favoritesOnly: false })
        }
      >
        {labels.showAll}
      </button>
    </div>
  );
}
