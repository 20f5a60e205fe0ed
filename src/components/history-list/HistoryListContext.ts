"use client";
import type { UseHistoryResult } from "../../hooks/useHistory.ts";
import type { Model } from "../../models/defineModel.ts";
import type { Job } from "../../runtime/job.ts";
import { createPartContext } from "../internals/createPartContext.ts";
import type { JobInput } from "../internals/promptOf.ts";

export interface HistoryNotice {
  readonly message: string;
  /** Prompts of the jobs for which the action failed. */
  readonly missing: readonly string[];
}

export interface HistoryListOptions {
  /** Models for titles and `onReuse`. @default the catalog */
  readonly models?: readonly Model[] | undefined;
  readonly onOpen?: ((job: Job) => void) | undefined;
  /** Called to fill a form with a job's input and the seed that was used. */
  readonly onReuse?: ((input: JobInput, model: Model) => void) | undefined;
  /** Time to undo a deletion, in milliseconds. Restarts after hover or focus leaves the notice. @default 10_000 */
  readonly undoMs?: number | undefined;
}

export interface HistoryListState extends HistoryListOptions {
  readonly models: readonly Model[];
  readonly undoMs: number;
  readonly history: UseHistoryResult;
  /** Attempt IDs from the last undo. Each undo creates a new array. */
  readonly restored: readonly string[];
  readonly notice: HistoryNotice;
}

/** Stable actions, so that a state change doesn't re-render parts that use only actions. */
export interface HistoryListActions {
  readonly retry: (attemptId: string) => void;
  readonly remove: (attemptIds: readonly string[]) => void;
  readonly undo: () => void;
  readonly notify: (notice: HistoryNotice) => void;
}

export const [HistoryListContext, useHistoryList] = createPartContext<HistoryListState>(
  "HistoryList.Root",
  "no jobs",
);
export const [HistoryListActionsContext, useHistoryListActions] =
  createPartContext<HistoryListActions>("HistoryList.Root", "no jobs");
