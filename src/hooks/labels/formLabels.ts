import { createGrammar } from "./createGrammar.ts";
import { jobsAtOnce, notOffered, offline, rateLimited } from "./hookWords.ts";

export interface FormLabels {
  readonly generate: string;
  /** On the button in place of `generate` while a submit is under way. */
  readonly sending: string;
  readonly offline: string;
  readonly notOffered: (model: string) => string;
  /** The model to generate with is not known yet. */
  readonly modelsLoading: string;
  /** @param time when it ends, as a time of day */
  readonly rateLimited: (time: string) => string;
  readonly jobsAtOnce: (count: number) => string;
  /** Over the list of what is wrong. */
  readonly mend: (count: number) => string;
  readonly advanced: string;
  /** Headings under `advanced`. */
  readonly groups: Readonly<Record<"sampling" | "refiner" | "output", string>>;
  readonly affectsPrice: string;

  readonly range: (min: number, max: number) => string;
  readonly atLeast: (min: number) => string;
  readonly atMost: (max: number) => string;
  /** A number or a range with what it counts: "20 to 100 steps". */
  readonly inUnit: (numbers: string, unit: string) => string;
  /** A range whose numbers come in steps that the model wants; without the range where it has none. */
  readonly inSteps: (range: string | undefined, step: number) => string;
  /** In an empty box: nothing is sent, and the model takes its own value. */
  readonly modelsOwn: string;
  readonly choose: string;
  /** Beside a value that is not in an open list. */
  readonly unchecked: (value: string) => string;
  readonly showOptions: (field: string) => string;
  readonly noOption: string;

  readonly randomEachTime: string;
  readonly newSeed: string;
  readonly seedLower: string;
  readonly seedHigher: string;
  /** On the button that takes the last run's seed again, digit by digit. */
  readonly lastSeed: (seed: number) => string;

  readonly size: string;
  readonly onlySize: (width: number, height: number) => string;
  readonly shapes: string;
  readonly pixels: string;

  readonly styleSearch: string;
  readonly styleCategories: string;
  readonly styleAll: string;
  readonly styleFound: (count: number) => string;
  readonly styleNone: (query: string) => string;
  /** Over what is nearly called that. */
  readonly styleClose: (query: string) => string;
  readonly styleUse: (value: string) => string;

  /** A list of what was starred. */
  readonly favourites: string;
  /** A list of what was used last. */
  readonly recents: string;
  /** The mark of a starred one. */
  readonly favourite: string;
  /** On a button that is pressed or not. */
  readonly star: (name: string) => string;
}

const { count, digits } = createGrammar("en");

export const formLabels: FormLabels = {
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
