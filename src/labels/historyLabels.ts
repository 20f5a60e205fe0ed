import type { GenerateStatus } from "../protocol/jobState.ts";

export interface HistoryLabels {
  readonly history: string;
  readonly search: string;
  readonly model: string;
  readonly allModels: string;
  readonly favoritesOnly: string;
  /** Announced after a search. */
  readonly count: (found: number, total: number) => string;
  readonly empty: string;
  readonly noMatches: string;
  readonly showAll: string;

  readonly selected: (count: number) => string;
  readonly selectAll: string;
  readonly clearSelection: string;
  readonly addFavorite: string;
  readonly removeFavorite: string;
  readonly download: string;
  readonly downloading: (done: number, count: number) => string;
  readonly stop: string;
  readonly downloaded: (count: number) => string;
  /** Followed by the prompts of failed downloads. */
  readonly downloadFailed: (count: number) => string;
  readonly nothingToDownload: string;
  /** File name before the date and `.zip`. */
  readonly zipName: string;
  readonly remove: string;
  readonly removed: (count: number) => string;
  /** Follows `forgotten`, for pending jobs. */
  readonly keptPending: (count: number) => string;
  readonly undo: string;
  readonly restored: (count: number) => string;

  /** Accessible names by prompt. */
  readonly select: (prompt: string) => string;
  readonly favoriteOne: (prompt: string) => string;
  readonly useAgain: string;
  readonly generateAgain: string;
  readonly forJob: (action: string, prompt: string) => string;
  readonly untitled: string;
  readonly images: (count: number) => string;
  /** Shown instead of an image; empty if there is one. */
  readonly status: Readonly<Record<GenerateStatus, string>>;
}
