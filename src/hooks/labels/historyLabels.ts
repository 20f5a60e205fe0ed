import type { GenerateStatus } from "../../protocol/jobState.ts";
import { createGrammar } from "./createGrammar.ts";

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

const { count, number } = createGrammar("en");

export const historyLabels: HistoryLabels = {
  history: "History",
  search: "Search prompts and settings",
  model: "Model",
  allModels: "All models",
  starredOnly: "Starred",
  count: (found, total) => {
    const all = count(total, { one: "# run", other: "# runs" });
    return found === total ? all : `${number(found)} of ${all}`;
  },
  empty: "What you generate is kept here.",
  nothingFound: "Nothing fits.",
  showAll: "Show all",

  selected: (runs) => `${number(runs)} selected`,
  selectAll: "Select all",
  clearSelection: "Clear selection",
  star: "Star",
  unstar: "Unstar",
  download: "Download",
  downloading: (done, all) => `Fetching ${number(done)} of ${number(all)}`,
  stop: "Stop",
  downloaded: (pictures) =>
    count(pictures, { one: "# picture saved.", other: "# pictures saved." }),
  notDownloaded: (pictures) =>
    count(pictures, { one: "# picture could not be had:", other: "# pictures could not be had:" }),
  nothingToDownload: "None of these runs has a picture any more.",
  zipName: "pictures",
  forget: "Delete",
  forgotten: (runs) => count(runs, { one: "# run deleted.", other: "# runs deleted." }),
  keptRunning: (runs) =>
    count(runs, {
      one: "# is still under way and stays.",
      other: "# are still under way and stay.",
    }),
  undo: "Undo",
  undone: (runs) => count(runs, { one: "# run is back.", other: "# runs are back." }),

  select: (prompt) => `Select: ${prompt}`,
  starOne: (prompt) => `Star: ${prompt}`,
  useAgain: "Use again",
  makeAgain: "Make again: charges once more",
  ofRun: (action, prompt) => `${action}: ${prompt}`,
  untitled: "Untitled",
  pictures: (pictures) => count(pictures, { one: "# picture", other: "# pictures" }),
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
