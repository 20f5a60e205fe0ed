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
