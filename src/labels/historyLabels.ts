import type { GenerateStatus } from "../protocol/jobState.ts";

export interface HistoryLabels {
  /** The name of the whole, and of its list. */
  readonly history: string;
  readonly search: string;
  readonly model: string;
  readonly allModels: string;
  readonly starredOnly: string;
  /** How many there are; read out as a search finds them. */
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
  /** While pictures are fetched. */
  readonly downloading: (done: number, count: number) => string;
  readonly stop: string;
  readonly downloaded: (count: number) => string;
  /** Under `downloaded`, before the prompts of those that could not be had. */
  readonly notDownloaded: (count: number) => string;
  readonly nothingToDownload: string;
  /** Name of the file, without `.zip`; the day follows. */
  readonly zipName: string;
  readonly forget: string;
  readonly forgotten: (count: number) => string;
  /** After `forgotten`, for those that are still under way. */
  readonly keptRunning: (count: number) => string;
  readonly undo: string;
  readonly undone: (count: number) => string;

  /** Names of the controls of one run, by its prompt. */
  readonly select: (prompt: string) => string;
  readonly starOne: (prompt: string) => string;
  readonly useAgain: string;
  readonly makeAgain: string;
  /** Tells the same action on several runs apart. */
  readonly ofRun: (action: string, prompt: string) => string;
  readonly untitled: string;
  readonly pictures: (count: number) => string;
  /** Beside a run that has no picture to show. Empty where there is one. */
  readonly status: Readonly<Record<GenerateStatus, string>>;
}
