export interface PromptLabels {
  /** Under a prompt: how much was written. */
  readonly count: (words: number, characters: number) => string;
  /** The same for a model that reads so many tokens at once; `about` is an estimate. */
  readonly tokens: (about: number, limit: number) => string;
  /** The same past that limit. */
  readonly tooManyTokens: (about: number, limit: number) => string;
  /** How to weigh words by the keyboard. */
  readonly weightKeys: string;
  /** Said after it was done. */
  readonly weighed: (phrase: string, weight: number) => string;
  readonly nothingToWeigh: string;

  readonly recent: string;
  /** The button's name, where there are several such fields. */
  readonly recentOf: (field: string) => string;
  readonly recentUsed: string;

  /** On a field that is folded away and has nothing in it. */
  readonly empty: string;

  readonly recipeQuestion: string;
  readonly recipeFields: (fields: readonly string[]) => string;
  /** The fields that the recipe doesn't name, but for input images, which stay. */
  readonly recipeRest: string;
  readonly recipeUnused: (things: readonly string[]) => string;
  /** The last of a list that was cut: how many more there are. */
  readonly recipeMore: (count: number) => string;
  readonly recipeFill: string;
  readonly recipePaste: string;
  readonly recipeFilled: (count: number) => string;
  readonly recipeUndo: string;
  readonly recipeUndone: string;
  readonly recipeDismiss: string;
  /** Said of a file that was dropped on the form. */
  readonly recipeNone: string;
}
