import { count, number } from "./grammar.ts";

export const history = {
  history: "History",
  search: "Search prompts and settings",
  model: "Model",
  allModels: "All models",
  favoritesOnly: "Starred",
  count: (found: number, total: number) => {
    const all = count(total, { one: "# run", other: "# runs" });
    return found === total ? all : `${number(found)} of ${all}`;
  },
  empty: "What you generate is kept here.",
  noMatches: "Nothing fits.",
  showAll: "Show all",

  selected: (runs: number) => `${number(runs)} selected`,
  selectAll: "Select all",
  clearSelection: "Clear selection",
  addFavorite: "Star",
  removeFavorite: "Unstar",
  download: "Download",
  downloading: (done: number, all: number) => `Fetching ${number(done)} of ${number(all)}`,
  stop: "Stop",
  downloaded: (images: number) =>
    count(images, { one: "# picture saved.", other: "# pictures saved." }),
  /** Followed by the prompts of failed downloads. */
  downloadFailed: (images: number) =>
    count(images, { one: "# picture could not be had:", other: "# pictures could not be had:" }),
  nothingToDownload: "None of these runs has a picture any more.",
  /** File name before the date and `.zip`. */
  zipName: "pictures",
  remove: "Delete",
  removed: (runs: number) => count(runs, { one: "# run deleted.", other: "# runs deleted." }),
  keptPending: (runs: number) =>
    count(runs, {
      one: "# is still under way and stays.",
      other: "# are still under way and stay.",
    }),
  undo: "Undo",
  restored: (runs: number) => count(runs, { one: "# run is back.", other: "# runs are back." }),

  select: (prompt: string) => `Select: ${prompt}`,
  favoriteOne: (prompt: string) => `Star: ${prompt}`,
  useAgain: "Use again",
  generateAgain: "Make again: charges once more",
  forJob: (action: string, prompt: string) => `${action}: ${prompt}`,
  untitled: "Untitled",
  images: (images: number) => count(images, { one: "# picture", other: "# pictures" }),
  /** Shown instead of an image; empty if there is one. */
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
