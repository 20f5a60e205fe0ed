"use client";
import type { UseHistoryResult } from "../../hooks/useHistory.ts";
import type { Model } from "../../models/defineModel.ts";
import type { Job } from "../../runtime/job.ts";
import type { Comparison } from "../image-result/context/continueOptions.ts";
import { createPartContext } from "../internals/createPartContext.ts";
import type { JobInput } from "../internals/promptOf.ts";

export interface HistoryNotice {
  readonly message: string;
  /** Prompts of the images that couldn't be downloaded. */
  readonly missing: readonly string[];
}

export interface HistoryListOptions {
  /** Models to use for the jobs' titles and the second argument of `onReuse`. @default the catalog's models */
  readonly models?: readonly Model[] | undefined;
  readonly onOpen?: ((job: Job) => void) | undefined;
  /** Called when the user reuses a job. Fill a form with `input`, which includes the seed that was used. */
  readonly onReuse?: ((input: JobInput, model: Model) => void) | undefined;
  /** Called with a job's image as a form value. Fill the form of `model` with it. Without it, there is no such action. */
  readonly onStart?: ((values: JobInput, model: Model) => void) | undefined;
  /** Called with the full input of a new generation. Submit it: the user has seen its price. Without it, there is no such action. */
  readonly onGenerate?: ((input: JobInput, model: Model) => void) | undefined;
  /** Called with two images to compare. Pass them to `ImageResult.Root`. Without it, there is no such action. */
  readonly onCompare?: ((comparison: Comparison) => void) | undefined;
  /** Job that is on the screen. With `onCompare`, each other job with an image can be compared with it. */
  readonly current?: Job | undefined;
  /** Undo period in milliseconds. The period restarts when the pointer or focus leaves the notice. @default 10_000 */
  readonly undoMs?: number | undefined;
}

export interface HistoryListState extends HistoryListOptions {
  readonly models: readonly Model[];
  readonly undoMs: number;
  readonly history: UseHistoryResult;
  /** Attempt IDs of the jobs that the last undo restored. Each undo creates a new array. */
  readonly restored: readonly string[];
  readonly notice: HistoryNotice;
  /** Job for which the user chooses a second job to compare with. */
  readonly candidate: Job | undefined;
}

/** Actions with a stable identity, so that state changes don't re-render parts that use only actions. */
export interface HistoryListActions {
  readonly retry: (attemptId: string) => void;
  /** Checks whether the service received a job. Announces the outcome. */
  readonly check: (attemptId: string) => void;
  /** Stops a job. Announces the outcome. */
  readonly cancel: (attemptId: string) => void;
  readonly remove: (attemptIds: readonly string[]) => void;
  readonly undo: () => void;
  readonly notify: (notice: HistoryNotice) => void;
  /** Lets the user choose a job to compare with. Without an argument, ends the choice. */
  readonly choose: (candidate?: Job) => void;
  /** Compares two jobs. Returns false if they have no images to compare. */
  readonly compare: (before: Job, after: Job) => boolean;
}

export const [HistoryListContext, useHistoryList] = createPartContext<HistoryListState>(
  "HistoryList.Root",
  "no jobs",
);
export const [HistoryListActionsContext, useHistoryListActions] =
  createPartContext<HistoryListActions>("HistoryList.Root", "no jobs");
