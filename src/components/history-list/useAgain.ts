"use client";
import { useEasel } from "../../hooks/useEasel.ts";
import { isPending } from "../../runtime/isPending.ts";
import type { Job } from "../../runtime/job.ts";
import type { ActionIconProps } from "../internals/ActionIcon.tsx";
import { retryCost } from "../internals/retryCost.ts";
import { useHistoryLabels } from "../internals/useHistoryLabels.ts";
import { useHistoryList, useHistoryListActions } from "./HistoryListContext.ts";

export interface AgainAction {
  /** Undefined if the action only fills a form. */
  readonly cost: ReturnType<typeof retryCost>;
  readonly icon: ActionIconProps["name"];
  readonly label: string;
  readonly act: () => void;
}

/** Returns the action that sends an expired job again or reuses an ended job's settings, if there is one. */
export function useAgain(job: Job): AgainAction | undefined {
  const { retry: labels } = useEasel().labels.result;
  const { useAgain: label } = useHistoryLabels();
  const { models, onReuse } = useHistoryList("HistoryList.Grid");
  const { retry } = useHistoryListActions("HistoryList.Grid");
  const { attemptId, status, omitted, error, input, result } = job;
  const cost = status === "expired" && omitted.length === 0 && error ? retryCost(error) : undefined;
  if (cost) return { cost, icon: "again", label: labels[cost], act: () => retry(attemptId) };
  const model = models.find(({ id }) => id === job.modelId);
  if (isPending({ status }) || !onReuse || !model) return undefined;
  const values = result?.seed === undefined ? input : { ...input, seed: result.seed };
  return { cost, icon: "reuse", label, act: () => onReuse(values, model) };
}
