"use client";
import { createContext, useContext } from "react";
import type { UseHistoryResult } from "../../hooks/useHistory.ts";
import type { Model } from "../../models/defineModel.ts";
import type { Job } from "../../runtime/job.ts";
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
}

/** Actions that stay the same for all renders. */
export interface HistoryListActions {
  readonly retry: (attemptId: string) => void;
  /** Removes jobs and offers to undo it. */
  readonly remove: (attemptIds: readonly string[]) => void;
  readonly undo: () => void;
  readonly notify: (notice: HistoryNotice) => void;
}

export const HistoryListContext = createContext<HistoryListState | undefined>(undefined);
export const HistoryListActionsContext = createContext<HistoryListActions | undefined>(undefined);

function inside<T>(value: T | undefined, part: string): T {
  if (value) return value;
  throw new Error(
    `Easel: <HistoryList.${part}> stands outside of a <HistoryList.Root>, so it has no runs to show. Put it inside one.`,
  );
}

export const useHistoryList = (part: string): HistoryListState =>
  inside(useContext(HistoryListContext), part);

export const useHistoryListActions = (part: string): HistoryListActions =>
  inside(useContext(HistoryListActionsContext), part);
