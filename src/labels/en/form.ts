import { count, digits } from "./grammar.ts";
import { tooManyJobs, modelUnavailable, offline, rateLimited } from "./hookLabels.ts";

export const form = {
  generate: "Generate",
  submitting: "Sending…",
  offline,
  modelUnavailable,
  modelsLoading: "Models are still loading.",
  rateLimited,
  tooManyJobs,
  fix: (fields: number) =>
    count(fields, {
      one: "# field needs your attention:",
      other: "# fields need your attention:",
    }),
  advanced: "More settings",
  tryExample: "Try an example",
  groups: {
    sampling: "Sampling",
    refiner: "Refiner",
    output: "Output",
  },
  affectsPrice: "Affects price",
  /** Name of the button that shows a field's help. */
  about: (field: string) => `About ${field}`,
  /** Name of a number’s slider. The number’s text box has the field's name. */
  sliderOf: (field: string) => `Adjust ${field}`,

  range: (min: number, max: number) => `${digits(min)} to ${digits(max)}`,
  atLeast: (min: number) => `${digits(min)} or more`,
  atMost: (max: number) => `${digits(max)} or less`,
  withUnit: (numbers: string, unit: string) => `${numbers} ${unit}`,
  withStep: (range: string | undefined, step: number) =>
    range === undefined ? `In steps of ${digits(step)}` : `${range}, in steps of ${digits(step)}`,
  /** Placeholder in a blank field. A blank field isn't sent, so the model uses its default. */
  modelDefault: "Default",
  choose: "Choose…",
  uncheckedValue: (value: string) => `“${value}” isn’t in the list. It will be sent as is.`,
  showOptions: (field: string) => `Show options: ${field}`,
  noMatchingOption: "No matches. Your text will be used as is.",

  randomEachTime: "Random each time",
  newSeed: "New random seed",
  seedLower: "Decrease seed",
  seedHigher: "Increase seed",
  lastSeed: (seed: number) => `Last used: ${seed}`,

  size: "Size",
  aspectRatios: "Aspect ratio",
  pixels: "px",

  styleSearch: "Search styles",
  styleCategories: "Categories",
  styleAll: "All",
  styleCount: (styles: number) => count(styles, { one: "# style", other: "# styles" }),
  noStyle: (query: string) => `No styles match “${query}”.`,
  similarStyles: (query: string) => `No styles match “${query}”. Closest matches:`,
  customStyle: (value: string) => `Use “${value}” as a custom style`,
  styleIllustrations: "These are illustrations. Generated images look different.",

  favorites: "Favorites",
  recent: "Recent",
  favorite: "Favorite",
  toggleFavorite: (name: string) => `Favorite: ${name}`,

  /** Entry of an input image. */
  image: {
    address: (field: string) => `${field}: URL`,
    drop: "Drop or paste an image",
    browse: "Choose a file",
    pasteUrl: "or paste a URL",
    replace: "Replace",
  },
};
