"use client";
import { useDeferredValue, useState } from "react";
import type { Job } from "../runtime/job.ts";
import { monthOf, searchJobs, searchSimilarJobs } from "../runtime/searchJobs.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useFuzzySearch } from "./useFuzzySearch.ts";
import { useLedgerJobs } from "./useLedgerJobs.ts";
import { useRemoveJob } from "./useRemoveJob.ts";
import { useSelection } from "./useSelection.ts";
import { useStableActions } from "./useStableActions.ts";

export interface UseHistoryOptions {
  /** Scope of the jobs to list. @default all scopes */
  readonly scope?: string | undefined;
}

export interface HistoryFilter {
  /** Words to find in the jobs' inputs, in any order. Ignores case and accents and, without an exact match, typos. */
  readonly search: string;
  readonly modelId: string | undefined;
  /** Month in local time, such as `2026-03`. */
  readonly month: string | undefined;
  readonly favoritesOnly: boolean;
}

export interface UseHistoryResult extends ReturnType<typeof useRemoveJob> {
  /** Jobs that match the filter, newest first. */
  readonly jobs: readonly Job[];
  /** Whether no job matches the search exactly, so that `jobs` are those that match except for typos. */
  readonly isSimilar: boolean;
  readonly total: number;
  /** IDs of the models in the history, most recently used first. */
  readonly modelIds: readonly string[];
  /** Months in which the jobs started, newest first. */
  readonly months: readonly string[];
  readonly filter: HistoryFilter;
  readonly setFilter: (change: Partial<HistoryFilter>) => void;
  readonly isFiltered: boolean;
  readonly selection: ReturnType<typeof useSelection>;
  /** Sets whether jobs are favorites. When storage is full, other ended jobs are deleted before favorites. */
  readonly setFavorite: (attemptIds: readonly string[], favorite: boolean) => void;
}

const everything: HistoryFilter = {
  search: "",
  modelId: undefined,
  month: undefined,
  favoritesOnly: false,
};

/** Returns the user's jobs in this browser, and actions that filter, select, and remove them. Never polls. */
export function useHistory({ scope }: UseHistoryOptions = {}): UseHistoryResult {
  const { ledger } = useProviderValue();
  const all = useLedgerJobs(scope);
  const [filter, setAllFilter] = useState(everything);
  // Keeps typing responsive while thousands of jobs are filtered.
  const search = useDeferredValue(filter.search);
  const wanted = { ...filter, search };

  const exact = searchJobs(all, wanted);
  const hasNone = exact.length === 0 && search.trim() !== "";
  const findSimilar = useFuzzySearch(hasNone);
  const similar = hasNone && findSimilar ? searchSimilarJobs(all, wanted, findSimilar) : [];
  const jobs = (hasNone ? similar : exact).toReversed();
  const ids = jobs.map(({ attemptId }) => attemptId);
  const modelIds = [...new Set(all.toReversed().map((job) => job.modelId))];
  const months = [...new Set(all.toReversed().map(monthOf))];
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
    isSimilar: similar.length > 0,
    total: all.length,
    modelIds,
    months,
    filter,
    isFiltered:
      filter.search.trim() !== "" ||
      filter.modelId !== undefined ||
      filter.month !== undefined ||
      filter.favoritesOnly,
    selection: useSelection(ids),
  };
}
