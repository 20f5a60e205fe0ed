import { count, digits } from "./grammar.ts";
import { tooManyJobs, modelUnavailable, offline, rateLimited } from "./hookLabels.ts";

export const form = {
  generate: "Generate",
  submitting: "Sending…",
  offline,
  modelUnavailable,
  modelsLoading: "Loading the models. You can generate once they’re here.",
  rateLimited,
  tooManyJobs,
  fix: (fields: number) =>
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

  range: (min: number, max: number) => `${digits(min)} to ${digits(max)}`,
  atLeast: (min: number) => `${digits(min)} or more`,
  atMost: (max: number) => `${digits(max)} or less`,
  withUnit: (numbers: string, unit: string) => `${numbers} ${unit}`,
  withStep: (range: string | undefined, step: number) =>
    range === undefined ? `In steps of ${digits(step)}` : `${range}, in steps of ${digits(step)}`,
  /** Placeholder: nothing is sent, and the model uses its default. */
  modelDefault: "Model’s own",
  choose: "Choose…",
  uncheckedValue: (value: string) =>
    `“${value}” is not in the list. It is sent as it is, unchecked.`,
  showOptions: (field: string) => `Show the list: ${field}`,
  noMatchingOption: "Nothing in the list fits. What you typed is used.",

  randomEachTime: "Random each time",
  newSeed: "New random seed",
  seedLower: "One lower",
  seedHigher: "One higher",
  lastSeed: (seed: number) => `Last used: ${seed}`,

  size: "Size",
  fixedSize: (width: number, height: number) =>
    `${digits(width)} × ${digits(height)} px, the only size of this model`,
  aspectRatios: "Shape",
  pixels: "px",

  styleSearch: "Search styles",
  styleCategories: "Categories",
  styleAll: "All",
  styleCount: (styles: number) => count(styles, { one: "# style", other: "# styles" }),
  noStyle: (query: string) => `No style is called “${query}”.`,
  similarStyles: (query: string) => `No style is called “${query}”. Nearest to it:`,
  customStyle: (value: string) => `Use “${value}” unchecked`,

  favorites: "Favourites",
  recent: "Recent",
  favorite: "Favourite",
  toggleFavorite: (name: string) => `Favourite: ${name}`,
};
