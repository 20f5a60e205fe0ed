"use client";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { forwardRef, useEffect, useImperativeHandle, useRef, useState } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { Part, type PartProps } from "../internals/Part.tsx";
import { useHistoryLabels } from "../internals/useHistoryLabels.ts";
import { useParts } from "../internals/useParts.ts";
import { useHistoryList, useHistoryListActions } from "./HistoryListContext.ts";
import { HistoryListEmpty } from "./HistoryListEmpty.tsx";
import { HistoryListItem } from "./HistoryListItem.tsx";
import { historyRows } from "./historyRows.ts";
import { isVisible } from "./isVisible.ts";
import { moveInRows } from "./moveInRows.ts";

export type HistoryListGridProps = PartProps<"div">;

interface Place {
  readonly id: string;
  readonly control: string;
}

const headingPx = 44;
const itemPx = 84;
const selectionPx = 52;
const moreRows = 6;

/**
 * Renders a virtualized `<div role="grid">` of jobs grouped by day, newest first, with one tab stop. Arrow, Home, End,
 * and page keys move focus; Shift with ↑ or ↓ selects a range; Shift with Space selects or deselects a job; Ctrl or Cmd
 * with A selects all jobs; Delete deletes jobs; Escape clears the selection.
 */
export const HistoryListGrid = forwardRef<HTMLDivElement, HistoryListGridProps>(
  function HistoryListGrid(props, ref) {
    const part = useParts(props.classNames);
    const { labels } = useEasel();
    const text = useHistoryLabels();
    const { locale } = labels.result;
    const { history, restored, candidate } = useHistoryList("HistoryList.Grid");
    const { remove, choose } = useHistoryListActions("HistoryList.Grid");
    const { jobs, selection } = history;
    const box = useRef<HTMLDivElement>(null);
    useImperativeHandle(ref, () => box.current as HTMLDivElement);
    const [place, setPlace] = useState<Place>();
    const toFocus = useRef<Place>(undefined);

    const rows = historyRows(jobs, locale);
    const indexOf = (id: string) => jobs.findIndex(({ attemptId }) => attemptId === id);
    const active = place && indexOf(place.id) >= 0 ? place : undefined;
    const activeId = active?.id ?? jobs[0]?.attemptId;
    const activeRow = rows.findIndex(({ key }) => key === activeId);

    /** Returns the index of the heading above a row. */
    const headingOf = (index: number) => rows.findLastIndex((row, at) => at <= index && !row.job);

    // oxlint-disable-next-line react/incompatible-library -- the hook's result isn't compiled or memoized here
    const virtual = useVirtualizer({
      count: rows.length,
      getScrollElement: () => box.current,
      estimateSize: (index) => (rows[index]?.job ? itemPx : headingPx),
      getItemKey: (index) => rows[index]?.key ?? index,
      overscan: moreRows,
      // Keeps the heading at the start from covering a focused row.
      scrollPaddingStart: headingPx,
      // Keeps a selection's actions from covering a focused row.
      scrollPaddingEnd: selection.ids.length > 0 ? selectionPx : 0,
      // Always includes the heading at the start and the active row, because unmounting a focused row would lose focus.
      rangeExtractor: (range) => {
        const always = [headingOf(range.startIndex), activeRow].filter((index) => index >= 0);
        const all = new Set([...always, ...defaultRangeExtractor(range)]);
        return [...all].toSorted((a, b) => a - b);
      },
    });

    // Otherwise, the newest matches would be above the rows in view.
    useEffect(() => {
      if (box.current) box.current.scrollTop = 0;
    }, [history.filter]);

    function controlsOf(id: string): readonly HTMLElement[] {
      const inRow = `[data-run=${JSON.stringify(id)}] [data-control]`;
      return [...(box.current?.querySelectorAll<HTMLElement>(inRow) ?? [])].filter(isVisible);
    }

    // Runs after each render, because the row to focus may mount later. Does nothing until `place` is up to date.
    useEffect(() => {
      if (!place || place !== toFocus.current) return;
      const controls = controlsOf(place.id);
      if (controls.length === 0) return;
      toFocus.current = undefined;
      const wanted = controls.find((one) => one.dataset["control"] === place.control);
      (wanted ?? controls[0])?.focus({ preventScroll: true });
    });

    function goTo(id: string | undefined, control: string): void {
      if (id === undefined) return;
      toFocus.current = { id, control };
      setPlace(toFocus.current);
      virtual.scrollToIndex(rows.findIndex(({ key }) => key === id));
    }

    // Focuses a restored job, because focus was lost when the undo button unmounted.
    const followed = useRef(restored);
    useEffect(() => {
      if (restored === followed.current || jobs.length === 0) return;
      followed.current = restored;
      if (document.activeElement !== document.body) return;
      const target = jobs.find(({ attemptId }) => restored.includes(attemptId)) ?? jobs[0];
      goTo(target?.attemptId, "open");
    });

    // The check button unmounts when the service has the job, the stop button when the job ends, and the menu during a check.
    useEffect(() => {
      const control = active?.control;
      const isTransient = control === "check" || control === "cancel" || control === "more";
      if (!active || !isTransient || document.activeElement !== document.body) return;
      const isGone = controlsOf(active.id).every((one) => one.dataset["control"] !== control);
      if (isGone) goTo(active.id, "open");
    });

    // A narrow row hides some controls, and Tab doesn't reach a hidden tab stop.
    const { id: stopId, control: stopControl } = active ?? {};
    useEffect(() => {
      const view = box.current;
      if (!view || stopId === undefined || typeof ResizeObserver === "undefined") return undefined;
      const observer = new ResizeObserver(() => {
        const inRow = `[data-run=${JSON.stringify(stopId)}] [data-control=${stopControl}]`;
        const control = view.querySelector(inRow);
        if (!control || isVisible(control)) return;
        const next = { id: stopId, control: "open" };
        if (control === document.activeElement) toFocus.current = next;
        setPlace(next);
      });
      observer.observe(view);
      return () => observer.disconnect();
    }, [stopId, stopControl]);

    function deleteFrom(id: string, control: string): void {
      const ids = selection.ids.length > 0 ? selection.ids : [id];
      const from = Math.max(0, indexOf(id));
      const stays = (job: { readonly attemptId: string }) => !ids.includes(job.attemptId);
      const next = jobs.slice(from).find(stays) ?? jobs.slice(0, from).findLast(stays);
      goTo(next?.attemptId, control);
      remove(ids);
    }

    /** Performs the action of a pressed key. Returns whether the key has an action. */
    function press(event: KeyboardEvent, { id, control }: Place): boolean {
      const { key, shiftKey } = event;
      const command = event.ctrlKey || event.metaKey;
      if (command && key.toLowerCase() === "a") selection.all();
      else if (key === "Escape" && candidate) choose();
      else if (key === "Escape" && selection.ids.length > 0) selection.clear();
      else if (key === "Delete") deleteFrom(id, control);
      else if (key === " " && shiftKey) selection.toggle(id);
      else {
        const view = box.current;
        const from = Math.max(0, indexOf(id));
        const page = Math.max(1, Math.floor((view?.clientHeight ?? 0) / itemPx) - 1);
        const to = moveInRows({ key, command, from, last: jobs.length - 1, page });
        const target = to === undefined ? undefined : jobs[to]?.attemptId;
        if (target !== undefined) {
          if (shiftKey) selection.extend(target, id);
          goTo(target, control);
          return true;
        }
        const rightToLeft = view !== null && getComputedStyle(view).direction === "rtl";
        const controls = controlsOf(id);
        const at = controls.findIndex((one) => one.dataset["control"] === control);
        const onward = { ArrowRight: rightToLeft ? -1 : 1, ArrowLeft: rightToLeft ? 1 : -1 }[key];
        const beside =
          onward === undefined
            ? { Home: controls[0], End: controls.at(-1) }[key]
            : controls[at + onward];
        beside?.focus();
        return beside !== undefined;
      }
      return true;
    }

    function placeOf(target: EventTarget): Place | undefined {
      const { control } = (target as HTMLElement).dataset;
      const id = (target as HTMLElement).closest<HTMLElement>("[data-run]")?.dataset["run"];
      return id === undefined || control === undefined ? undefined : { id, control };
    }

    if (jobs.length === 0) return <HistoryListEmpty />;
    const items = virtual.getVirtualItems();
    const stuck = headingOf(virtual.range?.startIndex ?? 0);
    return (
      <Part
        as="div"
        partName="history-grid"
        kind="scroll"
        role="grid"
        aria-label={text.history}
        aria-rowcount={rows.length}
        aria-multiselectable
        own={props}
        onKeyDown={(event) => {
          const at = placeOf(event.target);
          if (at && press(event.nativeEvent, at)) event.preventDefault();
        }}
        onFocus={({ target }) => {
          const at = placeOf(target);
          if (at) setPlace(at);
        }}
        ref={box}
      >
        <div
          {...part("history-rows")}
          role="rowgroup"
          style={{ blockSize: virtual.getTotalSize() }}
        >
          {items.map(({ key, index, start }) => {
            const row = rows[index];
            const about = {
              role: "row",
              "aria-rowindex": index + 1,
              "data-index": index,
              ref: virtual.measureElement,
              style: index === stuck ? {} : { transform: `translateY(${start}px)` },
            };
            if (!row) return null;
            return row.job ? (
              <HistoryListItem
                key={key}
                job={row.job}
                row={about}
                stop={row.key === activeId ? (active?.control ?? "open") : undefined}
              />
            ) : (
              <div
                key={key}
                {...part("history-day", "caption")}
                {...about}
                data-stuck={index === stuck ? "" : undefined}
              >
                <span role="rowheader">{row.day}</span>
              </div>
            );
          })}
        </div>
      </Part>
    );
  },
);
