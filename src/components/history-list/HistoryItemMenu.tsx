"use client";
import { useEffect, useRef, type RefObject } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { isPending } from "../../runtime/isPending.ts";
import type { Job } from "../../runtime/job.ts";
import { SimpleAction } from "../image-result/actions/SimpleAction.tsx";
import { startTarget, startValues } from "../image-result/actions/startTarget.ts";
import { jobSide } from "../image-result/context/jobSide.ts";
import { ActionPopup } from "../internals/ActionPopup.tsx";
import { useHistoryLabels } from "../internals/useHistoryLabels.ts";
import { useImageActionLabels } from "../internals/useImageActionLabels.ts";
import { useParts } from "../internals/useParts.ts";
import { HistoryItemNewSeed } from "./HistoryItemNewSeed.tsx";
import { useHistoryList, useHistoryListActions } from "./HistoryListContext.ts";
import { isVisible } from "./isVisible.ts";
import { useAgain } from "./useAgain.ts";
import { useDownload } from "./useDownload.ts";

export interface HistoryItemMenuProps {
  readonly job: Job;
  readonly name: string;
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** Renders a popup with the actions of a job, also those that a narrow row has no space for. Focuses the first one. */
export function HistoryItemMenu({ job, ...popup }: HistoryItemMenuProps) {
  const part = useParts();
  const text = useHistoryLabels();
  const { result } = useEasel().labels;
  const actionText = useImageActionLabels();
  const { models, current, onStart, onCompare, onGenerate } = useHistoryList("HistoryList.Grid");
  const { check, choose, compare, remove } = useHistoryListActions("HistoryList.Grid");
  const download = useDownload();
  const again = useAgain(job);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    buttons.find(isVisible)?.focus({ preventScroll: true });
  }, []);

  const url = jobSide(job, models, result)?.url;
  const other = current && jobSide(current, models, result)?.url;
  const model = models.find(({ id }) => id === job.modelId);
  const start = startTarget(model, models);
  const upscale = startTarget(model, models, { upscale: true });

  /** Focuses the button that opens the row. In other rows, it chooses the second image. */
  function focusRow(): void {
    const row = popup.anchor.current?.closest("[data-run]");
    row?.querySelector<HTMLElement>('[data-control="open"]')?.focus();
  }

  return (
    <ActionPopup {...popup}>
      <div {...part("image-result-menu-group", "stack")} ref={list}>
        {job.checkable && (
          <SimpleAction
            partName="history-check"
            icon="again"
            word={result.checkStatus}
            act={() => check(job.attemptId)}
          />
        )}
        {again && (
          <SimpleAction
            partName="history-again"
            icon={again.icon}
            word={again.label}
            act={again.act}
          />
        )}
        {url !== undefined && onStart && start && (
          <SimpleAction
            partName="history-start"
            icon="start"
            word={actionText.startFrom}
            act={() => onStart(startValues(start, url), start.model)}
          />
        )}
        {url !== undefined && onStart && upscale && (
          <SimpleAction
            partName="history-upscale"
            icon="enlarge"
            word={actionText.upscale}
            act={() => onStart(startValues(upscale, url), upscale.model)}
          />
        )}
        {url !== undefined && onGenerate && model && (
          <HistoryItemNewSeed job={job} model={model} onGenerate={onGenerate} />
        )}
        {url !== undefined && onCompare && current && other !== undefined && other !== url && (
          <SimpleAction
            partName="history-compare"
            icon="beside"
            word={text.compareWithCurrent}
            act={() => compare(job, current)}
          />
        )}
        {url !== undefined && onCompare && (
          <SimpleAction
            partName="history-compare"
            icon="beside"
            word={text.compareWith}
            act={() => {
              choose(job);
              focusRow();
            }}
          />
        )}
        {job.result && (
          <SimpleAction
            partName="history-download"
            icon="download"
            word={text.download}
            act={() => download.start([job])}
          />
        )}
        {!isPending(job) && (
          <SimpleAction
            partName="history-delete"
            icon="delete"
            word={text.remove}
            act={() => remove([job.attemptId])}
          />
        )}
      </div>
    </ActionPopup>
  );
}
