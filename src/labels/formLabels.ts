export interface FormLabels {
  readonly generate: string;
  /** Submit button while submitting. */
  readonly sending: string;
  readonly offline: string;
  readonly notOffered: (model: string) => string;
  readonly modelsLoading: string;
  /** @param time of day when it ends */
  readonly rateLimited: (time: string) => string;
  readonly jobsAtOnce: (count: number) => string;
  /** Heading of the list of errors. */
  readonly mend: (count: number) => string;
  readonly advanced: string;
  readonly groups: Readonly<Record<"sampling" | "refiner" | "output", string>>;
  readonly affectsPrice: string;

  readonly range: (min: number, max: number) => string;
  readonly atLeast: (min: number) => string;
  readonly atMost: (max: number) => string;
  /** "20 to 100 steps". */
  readonly inUnit: (numbers: string, unit: string) => string;
  /** @param range undefined without limits */
  readonly inSteps: (range: string | undefined, step: number) => string;
  /** Placeholder: nothing is sent, and the model uses its default. */
  readonly modelsOwn: string;
  readonly choose: string;
  /** Warning about a value outside an open list. */
  readonly unchecked: (value: string) => string;
  readonly showOptions: (field: string) => string;
  readonly noOption: string;

  readonly randomEachTime: string;
  readonly newSeed: string;
  readonly seedLower: string;
  readonly seedHigher: string;
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
  /** Above similar names. */
  readonly styleClose: (query: string) => string;
  readonly styleUse: (value: string) => string;

  readonly favourites: string;
  readonly recents: string;
  readonly favourite: string;
  /** Toggle button. */
  readonly star: (name: string) => string;
}
