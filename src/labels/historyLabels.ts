import type { GenerateStatus } from "../protocol/jobState.ts";

export interface HistoryLabels {
  readonly history: string;
  readonly search: string;
  readonly model: string;
  readonly allModels: string;
  readonly starredOnly: string;
  /** Announced after a search. */
  readonly count: (found: number, total: number) => string;
  readonly empty: string;
  readonly nothingFound: string;
  readonly showAll: string;

  readonly selected: (count: number) => string;
  readonly selectAll: string;
  readonly clearSelection: string;
  readonly star: string;
  readonly unstar: string;
  readonly download: string;
  readonly downloading: (done: number, count: number) => string;
  readonly stop: string;
  readonly downloaded: (count: number) => string;
  /** Followed by the prompts of failed downloads. */
  readonly notDownloaded: (count: number) => string;
  readonly nothingToDownload: string;
  /** File name before the date and `.zip`. */
  readonly zipName: string;
  readonly forget: string;
  readonly forgotten: (count: number) => string;
  /** Follows `forgotten`, for pending jobs. */
  readonly keptRunning: (count: number) => string;
  readonly undo: string;
  readonly undone: (count: number) => string;

  /** Accessible names by prompt. */
  readonly select: (prompt: string) => string;
  readonly starOne: (prompt: string) => string;
  readonly useAgain: string;
  readonly makeAgain: string;
  readonly ofRun: (action: string, prompt: string) => string;
  readonly untitled: string;
  readonly pictures: (count: number) => string;
  /** Shown instead of an image; empty if there is one. */
  readonly status: Readonly<Record<GenerateStatus, string>>;
}
