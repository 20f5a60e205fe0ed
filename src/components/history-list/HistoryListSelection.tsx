"use client";
import { forwardRef } from "react";
import { lazyModule } from "../../client/lazyModule.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useHistoryLabels } from "../internals/useHistoryLabels.ts";
import { useLazyModule } from "../internals/useLazyModule.ts";
import { useParts } from "../internals/useParts.ts";
import { useHistoryList, useHistoryListActions } from "./HistoryListContext.ts";
import { useDownload } from "./useDownload.ts";

const actionsModule = lazyModule(() => import("./HistorySelectionActions.tsx"));

export type HistoryListSelectionProps = PartProps<"div">;

/** Renders a `<div role="group">` with the number of listed or selected jobs, and actions for the selected jobs. */
export const HistoryListSelection = forwardRef<HTMLDivElement, HistoryListSelectionProps>(
  function HistoryListSelection(props, ref) {
    const part = useParts(props.classNames);
    const text = useHistoryLabels();
    const { history, onStart, onCompare } = useHistoryList("HistoryList.Selection");
    const { remove } = useHistoryListActions("HistoryList.Selection");
    const { jobs, total, selection, setFavorite } = history;
    const download = useDownload();
    const selected = jobs.filter(({ attemptId }) => selection.has(attemptId));
    const canContinue = selected.length > 0 && (onStart ?? onCompare) !== undefined;
    const Actions = useLazyModule(actionsModule, canContinue)?.HistorySelectionActions;
    const areFavorites = selected.every(({ favorite }) => favorite);
    const action = part("history-action", "button");
    const count = text.count(jobs.length, total);
    const found = history.isSimilar ? `${text.noExactMatches} ${count}` : count;

    return (
      <Part
        as="div"
        partName="history-selection"
        kind="row"
        state={{ selected: selected.length > 0 }}
        role="group"
        aria-label={text.selected(selected.length)}
        own={props}
        ref={ref}
      >
        <p {...part("history-count", "figures")}>
          {selected.length > 0 ? text.selected(selected.length) : total > 0 && found}
        </p>
        {/* Announces the number of jobs only if the list is filtered. */}
        <p role="status" {...part("history-hidden", "visually-hidden")}>
          {history.isFiltered && found}
        </p>
        <div {...part("history-actions", "row")}>
          {download.progress && (
            <>
              <span {...part("history-progress", "figures")}>
                {text.downloading(download.progress.done, download.progress.count)}
              </span>
              <button {...action} onClick={download.stop}>
                {text.stop}
              </button>
            </>
          )}
          {selected.length > 0 ? (
            <>
              {Actions && <Actions jobs={selected} />}
              <button {...action} onClick={() => setFavorite(selection.ids, !areFavorites)}>
                {areFavorites ? text.removeFavorite : text.addFavorite}
              </button>
              {!download.progress && (
                <button {...action} onClick={() => download.start(selected)}>
                  {text.download}
                </button>
              )}
              <button {...action} data-verb="forget" onClick={() => remove(selection.ids)}>
                {text.remove}
              </button>
              <button {...action} onClick={selection.clear}>
                {text.clearSelection}
              </button>
            </>
          ) : (
            jobs.length > 0 && (
              <button {...action} onClick={selection.all}>
                {text.selectAll}
              </button>
            )
          )}
        </div>
        {contentOf(props)}
      </Part>
    );
  },
);
