"use client";
import type { ComponentPropsWithRef, MouseEvent } from "react";
import { useEasel, type Job } from "../hooks/index.ts";
import type { Model } from "../models/index.ts";
import { HistoryIcon } from "./HistoryIcon.tsx";
import { useHistoryList } from "./HistoryListContext.ts";
import { isRunning } from "./isRunning.ts";
import { JobThumbnail } from "./JobThumbnail.tsx";
import { modelTitle } from "./modelTitle.ts";
import { promptOf } from "./promptOf.ts";

export interface HistoryListItemProps {
  readonly job: Job;
  /** What the grid says of the row. */
  readonly row: ComponentPropsWithRef<"div">;
  /** The control that Tab leads to, when it is in this row. */
  readonly stop: string | undefined;
}

/** The input as it would make the same picture again. */
function inputToReuse({ input, result }: Job): Job["input"] {
  return result?.seed === undefined ? input : { ...input, seed: result.seed };
}

/** One run: its picture in small, its prompt, what else is to be known of it, and what can be done with it. */
export function HistoryListItem({ job, row, stop }: HistoryListItemProps) {
  const { labels } = useEasel();
  const words = labels.history;
  const { history, models, onOpen, onReuse, retry } = useHistoryList("Grid");
  const { selection, star } = history;
  const { attemptId, status, starred, omitted, modelId } = job;
  const model: Model | undefined = models.find(({ id }) => id === modelId);
  const prompt = promptOf(job.input) || words.untitled;
  const selected = selection.has(attemptId);
  const canMake = status === "expired" && omitted.length === 0;
  const canReuse = !canMake && !isRunning(status) && onReuse !== undefined && model !== undefined;

  const began = new Date(job.startedAt);
  const { locale } = labels.result;
  const time = began.toLocaleTimeString(locale, { timeStyle: "short" });
  const date = began.toLocaleDateString(locale, { dateStyle: "long" });
  const count = job.result?.images.length ?? 0;
  const facts = [
    modelTitle(models, modelId),
    ...(count > 1 ? [words.pictures(count)] : []),
    ...(words.status[status] === "" ? [] : [words.status[status]]),
  ];

  // Only what the row has can be the way in.
  const known = ["select", "open", "star", ...(canMake || canReuse ? ["again"] : [])];
  const entry = stop === undefined || known.includes(stop) ? stop : "open";
  const control = (name: string) => ({
    "data-control": name,
    tabIndex: entry === name ? 0 : -1,
  });

  function handleSelect(event: MouseEvent): void {
    if (event.shiftKey) selection.extend(attemptId);
    else selection.toggle(attemptId);
  }

  function handleOpen(event: MouseEvent): void {
    if (event.shiftKey) selection.extend(attemptId);
    else if (event.ctrlKey || event.metaKey || !onOpen) selection.toggle(attemptId);
    else onOpen(job);
  }

  return (
    <div
      {...row}
      data-easel="history-item"
      data-run={attemptId}
      data-status={status}
      data-selected={selected ? "" : undefined}
      aria-selected={selected}
    >
      <div role="gridcell" data-easel="history-cell">
        <label data-easel="history-select">
          <input
            type="checkbox"
            {...control("select")}
            aria-label={words.select(prompt)}
            checked={selected}
            onChange={() => {}}
            onClick={handleSelect}
          />
        </label>
      </div>
      <div role="gridcell" data-easel="history-cell">
        <button type="button" data-easel="history-open" {...control("open")} onClick={handleOpen}>
          <span data-easel="history-picture" data-status={status}>
            <JobThumbnail job={job} part="history" />
            {status === "expired" && <HistoryIcon name="expired" />}
          </span>
          <span data-easel="history-text">
            <span data-easel="history-prompt" dir="auto">
              {prompt}
            </span>
            <span data-easel="history-facts">
              <time dateTime={began.toISOString()}>{time}</time>
              {facts.map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
              <span data-easel="history-heard">{date}</span>
            </span>
          </span>
        </button>
      </div>
      <div role="gridcell" data-easel="history-cell">
        <button
          type="button"
          data-easel="history-star"
          {...control("star")}
          aria-pressed={starred}
          aria-label={words.starOne(prompt)}
          onClick={() => star([attemptId], !starred)}
        >
          <HistoryIcon name="star" />
        </button>
      </div>
      <div role="gridcell" data-easel="history-cell" data-last="">
        {(canMake || canReuse) && (
          <button
            type="button"
            data-easel="history-again"
            {...control("again")}
            aria-label={words.ofRun(canMake ? words.makeAgain : words.useAgain, prompt)}
            onClick={() => {
              if (canMake) retry(attemptId);
              else if (model) onReuse?.(inputToReuse(job), model);
            }}
          >
            <HistoryIcon name="again" />
            <span data-easel="history-again-word">
              {canMake ? words.makeAgain : words.useAgain}
            </span>
          </button>
        )}
      </div>
    </div>
  );
}
