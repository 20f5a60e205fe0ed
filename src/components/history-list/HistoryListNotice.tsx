"use client";
import { forwardRef, useEffect, useRef, useState } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useHistoryLabels } from "../internals/useHistoryLabels.ts";
import { useParts } from "../internals/useParts.ts";
import { useHistoryList, useHistoryListActions } from "./HistoryListContext.ts";

export type HistoryListNoticeProps = PartProps<"div">;

/** Renders a `<div>` with the last action's outcome and, after a deletion, an undo button (Ctrl or Cmd with Z). */
export const HistoryListNotice = forwardRef<HTMLDivElement, HistoryListNoticeProps>(
  function HistoryListNotice(props, ref) {
    const part = useParts(props.classNames);
    const labels = useHistoryLabels();
    const { result: text } = useEasel().labels;
    const { history, notice, undoMs, candidate } = useHistoryList("HistoryList.Notice");
    const { notify, undo, choose } = useHistoryListActions("HistoryList.Notice");
    const { removed, endUndo } = history;
    const [held, setHeld] = useState(false);
    const canUndo = removed.length > 0;
    const button = useRef<HTMLButtonElement>(null);

    // Focuses the undo button if focus was lost because the pressed Delete button unmounted.
    useEffect(() => {
      if (document.activeElement === document.body) button.current?.focus();
    }, [removed]);

    useEffect(() => {
      if (!canUndo || held) return undefined;
      const timer = setTimeout(() => {
        endUndo();
        notify({ message: "", missing: [] });
      }, undoMs);
      return () => clearTimeout(timer);
      // eslint-disable-next-line react-hooks/exhaustive-deps -- new functions must not restart the timer
    }, [removed, canUndo, held, undoMs]);

    return (
      <Part
        as="div"
        partName="history-notice"
        kind="row"
        state={{ empty: notice.message === "" && !canUndo && !candidate }}
        own={props}
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
        ref={ref}
      >
        <p role="status" {...part("history-notice-words")}>
          {candidate ? text.chooseToCompare : notice.message}
        </p>
        {notice.missing.length > 0 && (
          <ul {...part("history-missing", "scroll")}>
            {notice.missing.map((prompt, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- prompts may be identical
              <li key={index} dir="auto">
                {prompt || labels.untitled}
              </li>
            ))}
          </ul>
        )}
        {candidate && (
          <button {...part("history-action", "button")} onClick={() => choose()}>
            {text.cancel}
          </button>
        )}
        {canUndo && (
          <button
            {...part("history-action", "button")}
            ref={button}
            onClick={() => {
              setHeld(false);
              undo();
            }}
          >
            {labels.undo}
          </button>
        )}
        {contentOf(props)}
      </Part>
    );
  },
);
