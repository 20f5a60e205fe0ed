"use client";
import { createContext, useContext } from "react";
import type { UseHistoryResult } from "../../hooks/useHistory.ts";
import type { Model } from "../../models/defineModel.ts";
import type { Job } from "../../runtime/job.ts";
import type { JobInput } from "../internals/promptOf.ts";

export interface HistoryListContextValue {
  readonly history: UseHistoryResult;
  readonly models: readonly Model[];
  readonly onOpen: ((job: Job) => void) | undefined;
  readonly onReuse: ((input: JobInput, model: Model) => void) | undefined;
  /** Sends an expired run again. */
  readonly retry: (attemptId: string) => void;
  /** Takes runs out, and says so with a way back. */
  readonly forget: (attemptIds: readonly string[]) => void;
  readonly undo: () => void;
  /** Attempt ids of the runs that the last undo restored; each undo makes a new array. */
  readonly restored: readonly string[];
  /** For how long there is a way back, in milliseconds. */
  readonly undoMs: number;
  /** What was done last, in words, and the prompts of the runs that it failed for. */
  readonly notice: HistoryNotice;
  readonly tell: (words: string, missing?: readonly string[]) => void;
}

export interface HistoryNotice {
  readonly words: string;
  readonly missing: readonly string[];
}

export const HistoryListContext = createContext<HistoryListContextValue | undefined>(undefined);

/** The history that the part named here stands in. */
export function useHistoryList(part: string): HistoryListContextValue {
  const value = useContext(HistoryListContext);
  if (!value) {
    throw new Error(
      `Easel: <HistoryList.${part}> stands outside of a <HistoryList.Root>, so it has no runs to show. Put it inside one.`,
    );
  }
  return value;
}
