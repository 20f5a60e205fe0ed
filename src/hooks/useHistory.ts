"use client";
import { useDeferredValue, useState } from "react";
import type { Job } from "../runtime/job.ts";
import { searchJobs } from "../runtime/searchJobs.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useLedgerJobs } from "./useLedgerJobs.ts";
import { useRemoveJob, type UseRemoveJobResult } from "./useRemoveJob.ts";
import { useSelection, type Selection } from "./useSelection.ts";

export interface UseHistoryOptions {
  /** Only the runs of one form. @default all of them */
  readonly scope?: string | undefined;
}

export interface HistoryFilter {
  /** Words that all occur in the prompt or in another setting, in any order; case and accents don't count. */
  readonly search: string;
  /** A model's id; undefined for all. */
  readonly modelId: string | undefined;
  readonly favoritesOnly: boolean;
}

export interface UseHistoryResult extends Omit<UseRemoveJobResult, "settle"> {
  /** The runs that fit the filter, newest first: ended ones and those under way, also of earlier pages. */
  readonly jobs: readonly Job[];
  /** How many there are without the filter. */
  readonly total: number;
  /** Ids of the models that occur, the one that was used last first. */
  readonly modelIds: readonly string[];
  readonly filter: HistoryFilter;
  /** Changes some of it; the rest stays. */
  readonly setFilter: (change: Partial<HistoryFilter>) => void;
  readonly isFiltered: boolean;
  /** Runs by their attempt ids, among `jobs`. */
  readonly selection: Selection;
  /** Stars runs, or takes their stars away. Starred runs are the last that give way where room is short. */
  readonly setFavorite: (attemptIds: readonly string[], favorite: boolean) => void;
  /** `undo` is over: forgets what was removed. Call it when your offer to undo ends. */
  readonly endUndo: () => void;
}

const everything: HistoryFilter = { search: "", modelId: undefined, favoritesOnly: false };

/**
 * Every run of this user in this browser, to be searched, starred, selected and taken out, with a way back. Starts
 * nothing and asks nobody.
 *
 * @example
 * const { jobs, filter, setFilter, setFavorite } = useHistory();
 *
 * <input type="search" value={filter.search} onChange={(event) => setFilter({ search: event.target.value })} />
 */
export function useHistory({ scope }: UseHistoryOptions = {}): UseHistoryResult {
  const { ledger } = useProviderValue();
  const all = useLedgerJobs(scope);
  const [filter, setAllFilter] = useState(everything);
  // Typing goes on while thousands are looked through.
  const search = useDeferredValue(filter.search);
  const { modelId, favoritesOnly } = filter;

  const jobs = searchJobs(all, { search, modelId, favoritesOnly }).toReversed();
  const ids = jobs.map(({ attemptId }) => attemptId);
  const modelIds = [...new Set(all.toReversed().map((job) => job.modelId))];
  const { settle, ...forgetting } = useRemoveJob();

  return {
    jobs,
    total: all.length,
    modelIds,
    filter,
    setFilter: (change) => setAllFilter((before) => ({ ...before, ...change })),
    isFiltered: filter.search.trim() !== "" || modelId !== undefined || favoritesOnly,
    selection: useSelection(ids),
    setFavorite: (attemptIds, favorite) => {
      for (const attemptId of attemptIds) {
        ledger.update(attemptId, { starred: favorite || undefined });
      }
    },
    ...forgetting,
    endUndo: settle,
  };
}
