"use client";
import { useEasel } from "../../hooks/useEasel.ts";
import type { Job } from "../../runtime/job.ts";
import { SimpleAction } from "../image-result/actions/SimpleAction.tsx";
import { jobSide } from "../image-result/context/jobSide.ts";
import { useHistoryLabels } from "../internals/useHistoryLabels.ts";
import { HistoryItemActions } from "./HistoryItemActions.tsx";
import { useHistoryList, useHistoryListActions } from "./HistoryListContext.ts";

/** Renders buttons that continue from one selected job, or compare two. */
export function HistorySelectionActions({ jobs }: { readonly jobs: readonly Job[] }) {
  const text = useHistoryLabels();
  const { result } = useEasel().labels;
  const { models, onCompare } = useHistoryList("HistoryList.Selection");
  const { compare } = useHistoryListActions("HistoryList.Selection");
  const [newer, older, ...rest] = jobs;
  if (newer && !older) return <HistoryItemActions job={newer} />;
  const canCompare = jobs.every((job) => jobSide(job, models, result));
  if (!newer || !older || rest.length > 0 || !canCompare || !onCompare) return null;
  return (
    <SimpleAction
      partName="history-compare"
      icon="beside"
      word={text.compare}
      act={() => compare(older, newer)}
    />
  );
}
