"use client";
import { forwardRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useParts } from "../internals/useParts.ts";
import { useHistoryList, useHistoryListActions } from "./HistoryListContext.ts";
import { useDownload } from "./useDownload.ts";

export type HistoryListSelectionProps = PartProps<"div">;

/** Number of jobs, and actions for the selected ones. Renders a `<div role="group">`. */
export const HistoryListSelection = forwardRef<HTMLDivElement, HistoryListSelectionProps>(
  function HistoryListSelection(props, ref) {
    const part = useParts(props.classNames);
    const { labels } = useEasel();
    const words = labels.history;
    const { history } = useHistoryList("Selection");
    const { remove } = useHistoryListActions("Selection");
    const { jobs, total, selection, star } = history;
    const download = useDownload();
    const selected = jobs.filter(({ attemptId }) => selection.has(attemptId));
    const areStarred = selected.every(({ starred }) => starred);
    const found = words.count(jobs.length, total);

    return (
      <Part
        as="div"
        partName="history-selection"
        kind="row"
        state={{ selected: selected.length > 0 }}
        role="group"
        aria-label={words.selected(selected.length)}
        {...props}
        ref={ref}
        given={props.children}
      >
        <p {...part("history-count", "figures")}>
          {selected.length > 0 ? words.selected(selected.length) : total > 0 && found}
        </p>
        {/* Announces search results only. */}
        <p role="status" {...part("history-hidden", "visually-hidden")}>
          {history.isFiltered && found}
        </p>
        <div {...part("history-actions", "row")}>
          {download.progress && (
            <>
              <span {...part("history-progress", "figures")}>
                {words.downloading(download.progress.done, download.progress.count)}
              </span>
              <button type="button" {...part("history-action", "button")} onClick={download.stop}>
                {words.stop}
              </button>
            </>
          )}
          {selected.length > 0 ? (
            <>
              <button
                type="button"
                {...part("history-action", "button")}
                onClick={() => star(selection.ids, !areStarred)}
              >
                {areStarred ? words.unstar : words.star}
              </button>
              {!download.progress && (
                <button
                  type="button"
                  {...part("history-action", "button")}
                  onClick={() => download.start(selected)}
                >
                  {words.download}
                </button>
              )}
              <button
                type="button"
                {...part("history-action", "button")}
                data-verb="forget"
                onClick={() => remove(selection.ids)}
              >
                {words.forget}
              </button>
              <button type="button" {...part("history-action", "button")} onClick={selection.clear}>
                {words.clearSelection}
              </button>
            </>
          ) : (
            jobs.length > 0 && (
              <button type="button" {...part("history-action", "button")} onClick={selection.all}>
                {words.selectAll}
              </button>
            )
          )}
        </div>
        {contentOf(props)}
      </Part>
    );
  },
);
