import { createGrammar } from "../createGrammar.ts";
import type { Labels } from "../labels.ts";
import { tooManyJobs, modelUnavailable, offline, rateLimited } from "./hookLabels.ts";

const { count, digits } = createGrammar("en");

export const form: Labels["form"] = {
  generate: "Generate",
  submitting: "Sending…",
  offline,
  modelUnavailable,
  modelsLoading: "Loading the models. You can generate once they’re here.",
  rateLimited,
  tooManyJobs,
  fix: (fields) =>
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
  withUnit: (numbers, unit) => `${numbers} ${unit}`,
  withStep: (range, step) =>
    range === undefined ? `In steps of ${digits(step)}` : `${range}, in steps of ${digits(step)}`,
  modelDefault: "Model’s own",
  choose: "Choose…",
  uncheckedValue: (value) => `“${value}” is not in the list. It is sent as it is, unchecked.`,
  showOptions: (field) => `Show the list: ${field}`,
  noMatchingOption: "Nothing in the list fits. What you typed is used.",

  randomEachTime: "Random each time",
  newSeed: "New random seed",
  seedLower: "One lower",
  seedHigher: "One higher",
  lastSeed: (seed) => `Last used: ${seed}`,

  size: "Size",
  fixedSize: (width, height) =>
    `${digits(width)} × ${digits(height)} px, the only size of this model`,
  aspectRatios: "Shape",
  pixels: "px",

  styleSearch: "Search styles",
  styleCategories: "Categories",
  styleAll: "All",
  styleCount: (styles) => count(styles, { one: "# style", other: "# styles" }),
  noStyle: (query) => `No style is called “${query}”.`,
  similarStyles: (query) => `No style is called “${query}”. Nearest to it:`,
  customStyle: (value) => `Use “${value}” unchecked`,

  favorites: "Favourites",
  recent: "Recent",
  favorite: "Favourite",
  toggleFavorite: (name) => `Favourite: ${name}`,
};
