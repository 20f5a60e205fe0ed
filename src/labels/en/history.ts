import { createGrammar } from "../createGrammar.ts";
import type { Labels } from "../labels.ts";

const { count, number } = createGrammar("en");

export const history: Labels["history"] = {
  history: "History",
  search: "Search prompts and settings",
  model: "Model",
  allModels: "All models",
  favoritesOnly: "Starred",
  count: (found, total) => {
    const all = count(total, { one: "# run", other: "# runs" });
    return found === total ? all : `${number(found)} of ${all}`;
  },
  empty: "What you generate is kept here.",
  noMatches: "Nothing fits.",
  showAll: "Show all",

  selected: (runs) => `${number(runs)} selected`,
  selectAll: "Select all",
  clearSelection: "Clear selection",
  addFavorite: "Star",
  removeFavorite: "Unstar",
  download: "Download",
  downloading: (done, all) => `Fetching ${number(done)} of ${number(all)}`,
  stop: "Stop",
  downloaded: (images) => count(images, { one: "# picture saved.", other: "# pictures saved." }),
  downloadFailed: (images) =>
    count(images, { one: "# picture could not be had:", other: "# pictures could not be had:" }),
  nothingToDownload: "None of these runs has a picture any more.",
  zipName: "pictures",
  remove: "Delete",
  removed: (runs) => count(runs, { one: "# run deleted.", other: "# runs deleted." }),
  keptPending: (runs) =>
    count(runs, {
      one: "# is still under way and stays.",
      other: "# are still under way and stay.",
    }),
  undo: "Undo",
  restored: (runs) => count(runs, { one: "# run is back.", other: "# runs are back." }),

  select: (prompt) => `Select: ${prompt}`,
  favoriteOne: (prompt) => `Star: ${prompt}`,
  useAgain: "Use again",
  generateAgain: "Make again: charges once more",
  forJob: (action, prompt) => `${action}: ${prompt}`,
  untitled: "Untitled",
  images: (images) => count(images, { one: "# picture", other: "# pictures" }),
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
