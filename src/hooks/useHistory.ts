"use client";
import { useDeferredValue, useState } from "react";
import type { Job } from "../runtime/job.ts";
import { searchJobs } from "../runtime/searchJobs.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useLedgerJobs } from "./useLedgerJobs.ts";
import { useRemoveJob } from "./useRemoveJob.ts";
import { useSelection } from "./useSelection.ts";
import { useStableActions } from "./useStableActions.ts";

export interface UseHistoryOptions {
  /** Scope of the jobs to list. @default all scopes */
  readonly scope?: string | undefined;
}

export interface HistoryFilter {
  /** Words to find in the jobs' inputs, in any order. Case and accents are ignored. */
  readonly search: string;
  readonly modelId: string | undefined;
  readonly favoritesOnly: boolean;
}

export interface UseHistoryResult extends ReturnType<typeof useRemoveJob> {
  /** Jobs that match the filter, newest first. */
  readonly jobs: readonly Job[];
  readonly total: number;
  /** IDs of the models in the history, most recently used first. */
  readonly modelIds: readonly string[];
  readonly filter: HistoryFilter;
  readonly setFilter: (change: Partial<HistoryFilter>) => void;
  readonly isFiltered: boolean;
  readonly selection: ReturnType<typeof useSelection>;
  /** Sets whether jobs are favorites. When storage is full, other ended jobs are deleted before favorites. */
  readonly setFavorite: (attemptIds: readonly string[], favorite: boolean) => void;
}

const everything: HistoryFilter = { search: "", modelId: undefined, favoritesOnly: false };

/** Returns the user's jobs in this browser, and actions that filter, select, and remove them. Never polls. */
export function useHistory({ scope }: UseHistoryOptions = {}): UseHistoryResult {
  const { ledger } = useProviderValue();
  const all = useLedgerJobs(scope);
  const [filter, setAllFilter] = useState(everything);
  // Keeps typing responsive while thousands of jobs are filtered.
  const search = useDeferredValue(filter.search);
  const { modelId, favoritesOnly } = filter;

  const jobs = searchJobs(all, { search, modelId, favoritesOnly }).toReversed();
  const ids = jobs.map(({ attemptId }) => attemptId);
  const modelIds = [...new Set(all.toReversed().map((job) => job.modelId))];
  const actions = useStableActions({
    setFilter: (change: Partial<HistoryFilter>) =>
      setAllFilter((before) => ({ ...before, ...change })),
    setFavorite: (attemptIds: readonly string[], favorite: boolean) => {
      for (const attemptId of attemptIds) {
        ledger.update(attemptId, { starred: favorite || undefined });
      }
    },
  });

  return {
    ...actions,
    ...useRemoveJob(),
    jobs,
    total: all.length,
    modelIds,
    filter,
    isFiltered: filter.search.trim() !== "" || modelId !== undefined || favoritesOnly,
    selection: useSelection(ids),
  };
}
