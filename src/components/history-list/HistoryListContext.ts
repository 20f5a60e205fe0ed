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

export interface HistoryListOptions {
  /** Models for titles and `onReuse`. @default catalog */
  readonly models?: readonly Model[] | undefined;
  readonly onOpen?: ((job: Job) => void) | undefined;
  /** Fills a form with a job's input and the seed that was used. */
  readonly onReuse?: ((input: JobInput, model: Model) => void) | undefined;
  /** Time to undo a deletion, in milliseconds; pauses while the button is in use. @default 10_000 */
  readonly undoMs?: number | undefined;
}

export interface HistoryListState extends HistoryListOptions {
  readonly models: readonly Model[];
  readonly undoMs: number;
  readonly history: UseHistoryResult;
  /** Attempt IDs of the last undo; each undo makes a new array. */
  readonly restored: readonly string[];
  readonly notice: HistoryNotice;
}

/** Stable, so that parts that only act don't render for a new state. */
export interface HistoryListActions {
  readonly retry: (attemptId: string) => void;
  readonly remove: (attemptIds: readonly string[]) => void;
  readonly undo: () => void;
  readonly notify: (notice: HistoryNotice) => void;
}

export const [HistoryListContext, useHistoryList] = createPartContext<HistoryListState>(
  "HistoryList.Root",
  "no runs to show",
);
export const [HistoryListActionsContext, useHistoryListActions] =
  createPartContext<HistoryListActions>("HistoryList.Root", "no runs to show");
