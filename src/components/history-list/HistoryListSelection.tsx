"use client";
import { forwardRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { SimpleAction } from "../image-result/actions/SimpleAction.tsx";
import { jobSide } from "../image-result/context/jobSide.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useHistoryLabels } from "../internals/useHistoryLabels.ts";
import { useParts } from "../internals/useParts.ts";
import { useHistoryList, useHistoryListActions } from "./HistoryListContext.ts";
import { useDownload } from "./useDownload.ts";

export type HistoryListSelectionProps = PartProps<"div">;

/**
 * Renders a `<div role="group">` with the number of listed or selected jobs, and actions for the selected jobs. While jobs
 * are selected, it stays at the end of the scroll container if it comes after the list.
 */
export const HistoryListSelection = forwardRef<HTMLDivElement, HistoryListSelectionProps>(
  function HistoryListSelection(props, ref) {
    const part = useParts(props.classNames);
    const text = useHistoryLabels();
    const { result } = useEasel().labels;
    const { history, models, onCompare } = useHistoryList("HistoryList.Selection");
    const { remove, compare } = useHistoryListActions("HistoryList.Selection");
    const { jobs, total, selection, setFavorite } = history;
    const download = useDownload();
    const { progress } = download;
    const selected = jobs.filter(({ attemptId }) => selection.has(attemptId));
    const hasSelection = selected.length > 0;
    const areFavorites = selected.every(({ favorite }) => favorite);
    const count = text.count(jobs.length, total);
    const found = history.isSimilar ? `${text.noExactMatches} ${count}` : count;
    const [newer, older, third] = selected;
    const canCompare = onCompare && selected.every((job) => jobSide(job, models, result));
    const pair = canCompare && newer && older && !third ? ([older, newer] as const) : undefined;

    return (
      <Part
        as="div"
        partName="history-selection"
        kind="line"
        state={{ selected: hasSelection }}
        role="group"
        aria-label={text.selected(selected.length)}
        own={props}
        ref={ref}
      >
        <p {...part("history-count", "figures")}>
          {progress
            ? text.downloading(progress.done, progress.count)
            : hasSelection
              ? text.selected(selected.length)
              : total > 0 && found}
        </p>
        {/* Announces the number of jobs only if the list is filtered. */}
        <p role="status" {...part("history-hidden", "visually-hidden")}>
          {history.isFiltered && found}
        </p>
        <div {...part("history-actions", "line")}>
          {pair && (
            <SimpleAction
              partName="history-compare"
              icon="beside"
              word={text.compare}
              act={() => compare(...pair)}
            />
          )}
          {hasSelection && (
            <SimpleAction
              partName="history-action"
              icon="star"
              data-favorite={areFavorites ? "" : undefined}
              word={areFavorites ? text.removeFavorite : text.addFavorite}
              act={() => setFavorite(selection.ids, !areFavorites)}
            />
          )}
          {(progress || hasSelection) && (
            <SimpleAction
              partName="history-action"
              icon={progress ? "canceled" : "download"}
              word={progress ? text.stop : text.download}
              act={() => (progress ? download.stop() : download.start(selected))}
            />
          )}
          {hasSelection && (
            <SimpleAction
              partName="history-delete"
              icon="delete"
              word={text.remove}
              act={() => remove(selection.ids)}
            />
          )}
          {/* One button for both, so that it stays focused when pressed. */}
          {jobs.length > 0 && (
            <SimpleAction
              partName="history-action"
              icon={hasSelection ? "close" : "check"}
              word={hasSelection ? text.clearSelection : text.selectAll}
              act={hasSelection ? selection.clear : selection.all}
            />
          )}
        </div>
        {contentOf(props)}
      </Part>
    );
  },
);
