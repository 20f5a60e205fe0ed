import { createGrammar } from "../createGrammar.ts";
import type { Labels } from "../labels.ts";
import { jobsAtOnce, notOffered, offline, rateLimited } from "./hookLabels.ts";

const { count, digits } = createGrammar("en");

export const form: Labels["form"] = {
  generate: "Generate",
  sending: "Sending…",
  offline,
  notOffered,
  modelsLoading: "Loading the models. You can generate once they’re here.",
  rateLimited,
  jobsAtOnce,
  mend: (fields) =>
    count(fields, {
      one: "One field needs another look:",
      other: "# fields need another look:",
    }),
  advanced: "Advanced settings",
  groups: {
    sampling: "Sampling",
    refiner: "Refiner",
    output: "Output",
  },
  affectsPrice: "Affects price",

  range: (min, max) => `${digits(min)} to ${digits(max)}`,
  atLeast: (min) => `${digits(min)} or more`,
  atMost: (max) => `${digits(max)} or less`,
  inUnit: (numbers, unit) => `${numbers} ${unit}`,
  inSteps: (range, step) =>
    range === undefined ? `In steps of ${digits(step)}` : `${range}, in steps of ${digits(step)}`,
  modelsOwn: "Model’s own",
  choose: "Choose…",
  unchecked: (value) => `“${value}” is not in the list. It is sent as it is, unchecked.`,
  showOptions: (field) => `Show the list: ${field}`,
  noOption: "Nothing in the list fits. What you typed is used.",

  randomEachTime: "Random each time",
  newSeed: "New random seed",
  seedLower: "One lower",
  seedHigher: "One higher",
  lastSeed: (seed) => `Last used: ${seed}`,

  size: "Size",
  onlySize: (width, height) =>
    `${digits(width)} × ${digits(height)} px, the only size of this model`,
  shapes: "Shape",
  pixels: "px",

  styleSearch: "Search styles",
  styleCategories: "Categories",
  styleAll: "All",
  styleFound: (styles) => count(styles, { one: "# style", other: "# styles" }),
  styleNone: (query) => `No style is called “${query}”.`,
  styleClose: (query) => `No style is called “${query}”. Nearest to it:`,
  styleUse: (value) => `Use “${value}” unchecked`,

  favourites: "Favourites",
  recents: "Recent",
  favourite: "Favourite",
  star: (name) => `Favourite: ${name}`,
};
