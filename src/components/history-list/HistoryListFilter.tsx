"use client";
import { forwardRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { ActionIcon } from "../internals/ActionIcon.tsx";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useHistoryLabels } from "../internals/useHistoryLabels.ts";
import { useParts } from "../internals/useParts.ts";
import { useHistoryList } from "./HistoryListContext.ts";

export type HistoryListFilterProps = PartProps<"div">;

/** Renders a `<div>` with filters for the model, the month, and favorites. */
export const HistoryListFilter = forwardRef<HTMLDivElement, HistoryListFilterProps>(
  function HistoryListFilter(props, ref) {
    const part = useParts(props.classNames);
    const labels = useHistoryLabels();
    const { result } = useEasel().labels;
    const { history, models } = useHistoryList("HistoryList.Filter");
    const { filter, setFilter, modelIds, months } = history;
    const format = new Intl.DateTimeFormat(result.locale, { month: "long", year: "numeric" });
    return (
      <Part as="div" partName="history-filter" kind="line" own={props} ref={ref}>
        {modelIds.length > 1 && (
          <span {...part("select-frame", "overlay")}>
            <select
              {...part("history-model", "input")}
              aria-label={labels.model}
              value={filter.modelId ?? ""}
              onChange={({ target }) => setFilter({ modelId: target.value || undefined })}
            >
              <option value="">{labels.allModels}</option>
              {modelIds.map((id) => (
                <option key={id} value={id}>
                  {models.find((model) => model.id === id)?.title ?? id}
                </option>
              ))}
            </select>
          </span>
        )}
        {months.length > 1 && (
          <span {...part("select-frame", "overlay")}>
            <select
              {...part("history-month", "input")}
              aria-label={labels.month}
              value={filter.month ?? ""}
              onChange={({ target }) => setFilter({ month: target.value || undefined })}
            >
              <option value="">{labels.allMonths}</option>
              {months.map((month) => (
                <option key={month} value={month}>
                  {format.format(new Date(`${month}-01T00:00`))}
                </option>
              ))}
            </select>
          </span>
        )}
        <button
          {...part("history-favorites-only", "button")}
          aria-pressed={filter.favoritesOnly}
          title={labels.favoritesOnly}
          onClick={() => setFilter({ favoritesOnly: !filter.favoritesOnly })}
        >
          <ActionIcon partName="history-icon" name="star" />
          <span {...part("history-favorites-only-word")}>{labels.favoritesOnly}</span>
        </button>
        {contentOf(props)}
      </Part>
    );
  },
);
