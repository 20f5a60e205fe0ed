"use client";
import { useRef, type ComponentPropsWithRef, type MouseEvent } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { chargeOf } from "../../protocol/advice.ts";
import { isPending } from "../../runtime/isPending.ts";
import type { Job } from "../../runtime/job.ts";
import { ActionIcon } from "../internals/ActionIcon.tsx";
import { promptOf } from "../internals/promptOf.ts";
import { useHistoryLabels } from "../internals/useHistoryLabels.ts";
import { useImageActionLabels } from "../internals/useImageActionLabels.ts";
import { useLoadedPart } from "../internals/useLoadedPart.ts";
import { useParts } from "../internals/useParts.ts";
import { JobStatusIcon } from "../job-thumbnail/JobStatusIcon.tsx";
import { JobThumbnail } from "../job-thumbnail/JobThumbnail.tsx";
import { useHistoryList, useHistoryListActions } from "./HistoryListContext.ts";
import { useAgain } from "./useAgain.ts";

export interface HistoryListItemProps {
  readonly job: Job;
  readonly row: ComponentPropsWithRef<"div">;
  readonly stop: string | undefined;
}

const loadMenu = async () => (await import("./HistoryItemMenu.tsx")).HistoryItemMenu;

export function HistoryListItem({ job, row, stop }: HistoryListItemProps) {
  const part = useParts();
  const { labels } = useEasel();
  const actionText = useImageActionLabels();
  const text = useHistoryLabels();
  const { history, models, candidate, onOpen } = useHistoryList("HistoryList.Grid");
  const { check, cancel, compare, notify } = useHistoryListActions("HistoryList.Grid");
  const { selection, setFavorite } = history;
  const { attemptId, status, favorite, modelId, checkable, checking, error } = job;
  const { cancelable, canceling } = job;
  const model = models.find(({ id }) => id === modelId);
  const prompt = promptOf(job.input) || text.untitled;
  const selected = selection.has(attemptId);
  const again = useAgain(job);

  const began = new Date(job.startedAt);
  const { locale } = labels.result;
  const time = began.toLocaleTimeString(locale, { timeStyle: "short" });
  const date = began.toLocaleDateString(locale, { dateStyle: "long" });
  const count = job.result?.images.length ?? 0;
  const images = count > 1 ? text.images(count) : "";
  const isBlocked = status === "failed" && error?.code === "content_blocked";
  const state = isBlocked ? text.blocked : checking ? labels.result.checking : text.status[status];
  const hasCharge = error && ["failed", "canceled", "unknown"].includes(status);
  const canStop = cancelable || canceling;
  const stopLabel = canceling ? labels.result.stopping : labels.result.stop;
  const charge = hasCharge ? labels.result.charged[chargeOf(error)] : "";
  const facts = [images, model?.title ?? modelId].filter((fact) => fact !== "");
  const states = [state, charge].filter((fact) => fact !== "");

  const hasMenu = !isPending(job) && !checking;
  const menu = useLoadedPart(loadMenu);
  const menuName = text.forJob(actionText.moreActions, prompt);
  const more = useRef<HTMLButtonElement>(null);

  // If this row lacks the control that was focused in another row, the tab stop is the open button.
  const known = [
    "select",
    "open",
    "favorite",
    ...(canStop ? ["cancel"] : []),
    ...(checkable ? ["check"] : []),
    ...(again ? ["again"] : []),
    ...(hasMenu ? ["more"] : []),
  ];
  const entry = stop === undefined || known.includes(stop) ? stop : "open";
  const cell = { role: "gridcell", ...part("history-cell") };
  const control = (name: string) => ({ "data-control": name, tabIndex: entry === name ? 0 : -1 });

  function handleSelect({ shiftKey }: MouseEvent): void {
    if (shiftKey) selection.extend(attemptId);
    else selection.toggle(attemptId);
  }

  function handleOpen(event: MouseEvent): void {
    if (event.shiftKey || event.ctrlKey || event.metaKey || !(onOpen ?? candidate))
      handleSelect(event);
    else if (!candidate || !compare(candidate, job)) onOpen?.(job);
  }

  return (
    <div
      {...row}
      {...part("history-item")}
      data-run={attemptId}
      data-status={status}
      data-selected={selected ? "" : undefined}
      data-urgent={again?.cost || checkable || canStop ? "" : undefined}
      aria-selected={selected}
    >
      <div {...cell}>
        <label {...part("history-select")}>
          <input
            type="checkbox"
            {...control("select")}
            aria-label={text.select(prompt)}
            checked={selected}
            onChange={() => {}}
            onClick={handleSelect}
          />
        </label>
      </div>
      <div {...cell}>
        <button
          {...part("history-open", "button-bare")}
          {...control("open")}
          title={error && (labels.result.errors[error.code] ?? error.message)}
          onClick={handleOpen}
        >
          <span {...part("history-thumbnail", "overlay")} data-status={status}>
            <JobThumbnail job={job} of="history" />
            <JobStatusIcon job={job} of="history" />
          </span>
          <span {...part("history-text", "stack")}>
            <span {...part("history-prompt", "clamped")}>
              <bdi>{prompt}</bdi>
            </span>
            <span {...part("history-facts", "caption")}>
              {states.map((fact) => (
                <span key={fact} data-state={fact === state ? "" : undefined}>
                  <bdi>{fact}</bdi>
                </span>
              ))}
              <time dir="auto" dateTime={began.toISOString()}>
                {time}
              </time>
              {facts.map((fact) => (
                <span key={fact}>
                  {/* Two elements, because the outer one cuts off the start instead of the end. */}
                  <bdi>
                    <bdi>{fact}</bdi>
                  </bdi>
                </span>
              ))}
              <span {...part("history-hidden", "visually-hidden")}>{date}</span>
            </span>
          </span>
        </button>
      </div>
      <div {...cell}>
        <button
          {...part("history-favorite", "button-bare")}
          {...control("favorite")}
          aria-pressed={favorite}
          aria-label={text.favoriteOne(prompt)}
          title={text.favoriteOne(prompt)}
          onClick={() => setFavorite([attemptId], !favorite)}
        >
          <ActionIcon partName="history-icon" name="star" />
        </button>
      </div>
      <div {...cell} data-last="">
        {canStop && (
          <button
            {...part("history-stop", "button")}
            {...control("cancel")}
            aria-label={text.forJob(stopLabel, prompt)}
            aria-disabled={canceling || undefined}
            onClick={() => cancel(attemptId)}
          >
            <ActionIcon partName="history-icon" name="canceled" />
            <span {...part("history-stop-word")}>{stopLabel}</span>
          </button>
        )}
        {checkable && (
          <button
            {...part("history-check", "button")}
            {...control("check")}
            aria-label={text.forJob(labels.result.checkStatus, prompt)}
            aria-disabled={checking || undefined}
            onClick={() => {
              if (!checking) check(attemptId);
            }}
          >
            <ActionIcon partName="history-icon" name="again" />
            <span {...part("history-check-word")}>{labels.result.checkStatus}</span>
          </button>
        )}
        {again && (
          <button
            {...part("history-again", "button")}
            {...control("again")}
            aria-label={text.forJob(again.label, prompt)}
            title={again.label}
            onClick={again.act}
          >
            <ActionIcon partName="history-icon" name={again.icon} />
            <span {...part("history-again-word")}>{again.label}</span>
          </button>
        )}
        {hasMenu && (
          <button
            {...part("history-more", "button-bare")}
            {...control("more")}
            ref={more}
            aria-label={menuName}
            title={menuName}
            aria-expanded={menu.Part !== undefined}
            onClick={() => {
              if (menu.Part) menu.close();
              else
                menu.open(() => notify({ message: labels.result.errors.not_loaded, missing: [] }));
            }}
          >
            <ActionIcon partName="history-icon" name="more" />
          </button>
        )}
        {menu.Part && <menu.Part job={job} name={menuName} anchor={more} onClose={menu.close} />}
      </div>
    </div>
  );
}
