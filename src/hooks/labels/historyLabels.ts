import type { GenerateStatus } from "../job.ts";

export interface HistoryLabels {
  /** The name of the whole, and of its list. */
  readonly history: string;
  readonly search: string;
  readonly model: string;
  readonly allModels: string;
  readonly starredOnly: string;
  /** How many there are; read out as a search finds them. */
  readonly count: (found: string, total: string) => string;
  readonly empty: string;
  readonly nothingFound: string;
  readonly showAll: string;

  readonly selected: (count: string) => string;
  readonly selectAll: string;
  readonly clearSelection: string;
  readonly star: string;
  readonly unstar: string;
  readonly download: string;
  /** While pictures are fetched. */
  readonly downloading: (done: string, count: string) => string;
  readonly stop: string;
  readonly downloaded: (count: string) => string;
  /** Under `downloaded`, before the prompts of those that could not be had. */
  readonly notDownloaded: (count: string) => string;
  readonly nothingToDownload: string;
  /** Name of the file, without `.zip`; the day follows. */
  readonly zipName: string;
  readonly forget: string;
  readonly forgotten: (count: string) => string;
  /** After `forgotten`, for those that are still under way. */
  readonly keptRunning: (count: string) => string;
  readonly undo: string;
  readonly undone: (count: string) => string;

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

export const historyLabels: HistoryLabels = {
  history: "History",
  search: "Search prompts and settings",
  model: "Model",
  allModels: "All models",
  starredOnly: "Starred",
  count: (found, total) => {
    const runs = total === "1" ? "1 run" : `${total} runs`;
    return found === total ? runs : `${found} of ${runs}`;
  },
  empty: "What you generate is kept here.",
  nothingFound: "Nothing fits.",
  showAll: "Show all",

  selected: (count) => `${count} selected`,
  selectAll: "Select all",
  clearSelection: "Clear selection",
  star: "Star",
  unstar: "Unstar",
  download: "Download",
  downloading: (done, count) => `Fetching ${done} of ${count}`,
  stop: "Stop",
  downloaded: (count) => (count === "1" ? "1 picture saved." : `${count} pictures saved.`),
  notDownloaded: (count) =>
    count === "1" ? "1 picture could not be had:" : `${count} pictures could not be had:`,
  nothingToDownload: "None of these runs has a picture any more.",
  zipName: "pictures",
  forget: "Delete",
  forgotten: (count) => (count === "1" ? "1 run deleted." : `${count} runs deleted.`),
  keptRunning: (count) =>
    count === "1" ? "1 is still under way and stays." : `${count} are still under way and stay.`,
  undo: "Undo",
  undone: (count) => (count === "1" ? "1 run is back." : `${count} runs are back.`),

  select: (prompt) => `Select: ${prompt}`,
  starOne: (prompt) => `Star: ${prompt}`,
  useAgain: "Use again",
  makeAgain: "Make again: charges once more",
  ofRun: (action, prompt) => `${action}: ${prompt}`,
  untitled: "Untitled",
  pictures: (count) => (count === 1 ? "1 picture" : `${count} pictures`),
  status: {
    idle: "",
    submitting: "Sending",
    queued: "Waiting",
    processing: "Drawing",
    completed: "",
    failed: "Failed",
    unknown: "Outcome unknown",
    expired: "Expired: its pictures are gone",
  },
};
