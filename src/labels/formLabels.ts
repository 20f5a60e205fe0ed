export interface FormLabels {
  readonly generate: string;
  /** Submit button while submitting. */
  readonly submitting: string;
  readonly offline: string;
  readonly modelUnavailable: (model: string) => string;
  readonly modelsLoading: string;
  /** @param time of day when it ends */
  readonly rateLimited: (time: string) => string;
  readonly tooManyJobs: (count: number) => string;
  /** Heading of the list of errors. */
  readonly fix: (count: number) => string;
  readonly advanced: string;
  readonly groups: Readonly<Record<"sampling" | "refiner" | "output", string>>;
  readonly affectsPrice: string;

  readonly range: (min: number, max: number) => string;
  readonly atLeast: (min: number) => string;
  readonly atMost: (max: number) => string;
  /** "20 to 100 steps". */
  readonly withUnit: (numbers: string, unit: string) => string;
  /** @param range undefined without limits */
  readonly withStep: (range: string | undefined, step: number) => string;
  /** Placeholder: nothing is sent, and the model uses its default. */
  readonly modelDefault: string;
  readonly choose: string;
  /** Warning about a value outside an open list. */
  readonly uncheckedValue: (value: string) => string;
  readonly showOptions: (field: string) => string;
  readonly noMatchingOption: string;

  readonly randomEachTime: string;
  readonly newSeed: string;
  readonly seedLower: string;
  readonly seedHigher: string;
  readonly lastSeed: (seed: number) => string;

  readonly size: string;
  readonly fixedSize: (width: number, height: number) => string;
  readonly aspectRatios: string;
  readonly pixels: string;

  readonly styleSearch: string;
  readonly styleCategories: string;
  readonly styleAll: string;
  readonly styleCount: (count: number) => string;
  readonly noStyle: (query: string) => string;
  /** Above similar names. */
  readonly similarStyles: (query: string) => string;
  readonly customStyle: (value: string) => string;

  readonly favorites: string;
  readonly recent: string;
  readonly favorite: string;
  /** Toggle button. */
  readonly toggleFavorite: (name: string) => string;
}
