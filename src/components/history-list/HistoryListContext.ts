"use client";
import type { UseHistoryResult } from "../../hooks/useHistory.ts";
import type { Model } from "../../models/defineModel.ts";
import type { Job } from "../../runtime/job.ts";
import { createPartContext } from "../internals/createPartContext.ts";
import type { JobInput } from "../internals/promptOf.ts";

export interface HistoryNotice {
  readonly message: string;
  /** Prompts of the jobs that it failed for. */
  readonly missing: readonly string[];
}

export interface HistoryListState {
  readonly history: UseHistoryResult;
  readonly models: readonly Model[];
  readonly onOpen: ((job: Job) => void) | undefined;
  readonly onReuse: ((input: JobInput, model: Model) => void) | undefined;
  /** Attempt IDs of the last undo; each undo makes a new array. */
  readonly restored: readonly string[];
  /** In milliseconds. */
  readonly undoMs: number;
  readonly notice: HistoryNotice;
  readonly retry: (attemptId: string) => void;
  readonly remove: (attemptIds: readonly string[]) => void;
  readonly undo: () => void;
  readonly notify: (notice: HistoryNotice) => void;
}

export const [HistoryListContext, useHistoryList] = createPartContext<HistoryListState>(
  "HistoryList.Root",
  "no runs to show",
);
