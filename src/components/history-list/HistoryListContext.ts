"use client";
import type { UseHistoryResult } from "../../hooks/useHistory.ts";
import type { Model } from "../../models/defineModel.ts";
import type { Job } from "../../runtime/job.ts";
import { createPartContext } from "../internals/createPartContext.ts";
import type { JobInput } from "../internals/promptOf.ts";

export interface HistoryNotice {
  readonly message: string;
  /** Prompts of the images that couldn't be downloaded. */
  readonly missing: readonly string[];
}

export interface HistoryListOptions {
  /** Models for the jobs' titles, and for the second argument of `onReuse`. @default the catalog's models */
  readonly models?: readonly Model[] | undefined;
  readonly onOpen?: ((job: Job) => void) | undefined;
  /** Called with a job's input, including the seed that was used, to fill a form. */
  readonly onReuse?: ((input: JobInput, model: Model) => void) | undefined;
  /** Time to undo deletions, in milliseconds. Restarts when the pointer or focus leaves the notice. @default 10_000 */
  readonly undoMs?: number | undefined;
}

export interface HistoryListState extends HistoryListOptions {
  readonly models: readonly Model[];
  readonly undoMs: number;
  readonly history: UseHistoryResult;
  /** Attempt IDs of the jobs that the last undo restored. Each undo creates a new array. */
  readonly restored: readonly string[];
  readonly notice: HistoryNotice;
}

/** Actions that never change, so that a state change doesn't re-render parts that use only actions. */
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
