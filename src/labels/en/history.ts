import { count, number } from "./grammar.ts";

export const history = {
  history: "History",
  search: "Search prompts and settings",
  model: "Model",
  allModels: "All models",
  month: "Month",
  allMonths: "All months",
  favoritesOnly: "Favorites",
  count: (found: number, total: number) => {
    const all = count(total, { one: "# generation", other: "# generations" });
    return found === total ? all : `${number(found)} of ${all}`;
  },
  empty: "Images you generate appear here.",
  noMatches: "No matching images.",
  noExactMatches: "No exact matches. Showing similar results.",
  showAll: "Show all",

  selected: (runs: number) => `${number(runs)} selected`,
  selectAll: "Select all",
  clearSelection: "Clear selection",
  compare: "Compare",
  compareWith: "Compare with…",
  compareWithCurrent: "Compare with current image",
  addFavorite: "Add to favorites",
  removeFavorite: "Remove from favorites",
  download: "Download",
  downloading: (done: number, all: number) => `Downloading ${number(done)} of ${number(all)}`,
  stop: "Stop",
  downloaded: (images: number) =>
    count(images, { one: "# image downloaded.", other: "# images downloaded." }),
  /** Shown before the prompts of the images that couldn't be downloaded. */
  downloadFailed: (images: number) =>
    count(images, { one: "Couldn’t download # image:", other: "Couldn’t download # images:" }),
  nothingToDownload: "None of the selected generations has an image.",
  /** Start of the archive's file name, before the date and `.zip`. */
  zipName: "images",
  remove: "Delete",
  keptPending: (runs: number) =>
    count(runs, {
      one: "# generation is still running and wasn’t deleted.",
      other: "# generations are still running and weren’t deleted.",
    }),
  undo: "Undo",
  restored: (runs: number) =>
    count(runs, { one: "# generation restored.", other: "# generations restored." }),

  select: (prompt: string) => `Select: ${prompt}`,
  favoriteOne: (prompt: string) => `Favorite: ${prompt}`,
  useAgain: "Reuse settings",
  confirmed: "Confirmed. Your image is being generated.",
  forJob: (action: string, prompt: string) => `${action}: ${prompt}`,
  untitled: "Untitled",
  images: (images: number) => count(images, { one: "# image", other: "# images" }),
  /** Texts shown instead of an image, by job status. Empty if the image or nothing is shown. */
  status: {
    idle: "",
    submitting: "Sending…",
    queued: "In queue",
    processing: "Generating…",
    completed: "",
    failed: "Failed",
    canceled: "Stopped",
    unknown: "Not confirmed",
    expired: "Expired",
  },
  blocked: "Blocked",
};
