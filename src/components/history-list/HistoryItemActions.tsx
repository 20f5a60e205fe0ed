"use client";
import { useEasel } from "../../hooks/useEasel.ts";
import type { Job } from "../../runtime/job.ts";
import { SimpleAction } from "../image-result/actions/SimpleAction.tsx";
import { startTarget, startValues } from "../image-result/actions/startTarget.ts";
import { jobSide } from "../image-result/context/jobSide.ts";
import { useHistoryLabels } from "../internals/useHistoryLabels.ts";
import { useHistoryList, useHistoryListActions } from "./HistoryListContext.ts";

interface HistoryItemActionsProps {
  readonly job: Job;
  /** Called after the user started to compare. */
  readonly onChoose?: () => void;
}

/** Renders buttons that continue from a job's first image. */
export function HistoryItemActions({ job, onChoose }: HistoryItemActionsProps) {
  const text = useHistoryLabels();
  const { result } = useEasel().labels;
  const { models, onStart, onCompare } = useHistoryList("HistoryList.Grid");
  const { choose } = useHistoryListActions("HistoryList.Grid");
  const url = jobSide(job, models, result)?.url;
  if (url === undefined) return null;
  const model = models.find(({ id }) => id === job.modelId);
  const start = startTarget(model, models);
  const upscale = startTarget(model, models, { upscale: true });
  return (
    <>
      {onStart && start && (
        <SimpleAction
          partName="history-start"
          icon="start"
          word={result.startFrom}
          act={() => onStart(startValues(start, url), start.model)}
        />
      )}
      {onStart && upscale && (
        <SimpleAction
          partName="history-upscale"
          icon="enlarge"
          word={result.upscale}
          act={() => onStart(startValues(upscale, url), upscale.model)}
        />
      )}
      {onCompare && (
        <SimpleAction
          partName="history-compare"
          icon="beside"
          word={text.compareWith}
          act={() => {
            choose(job);
            onChoose?.();
          }}
        />
      )}
    </>
  );
}
