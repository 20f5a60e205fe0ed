export interface PromptLabels {
  readonly count: (words: number, characters: number) => string;
  /** @param about an estimate */
  readonly tokens: (about: number, limit: number) => string;
  readonly tooManyTokens: (about: number, limit: number) => string;
  readonly weightKeys: string;
  /** Announced. */
  readonly weightChanged: (phrase: string, weight: number) => string;
  readonly noWordAtCursor: string;

  readonly recent: string;
  /** Accessible name when there are several prompts. */
  readonly recentOf: (field: string) => string;
  readonly recentUsed: string;

  /** On a collapsed empty field. */
  readonly empty: string;

  readonly recipeQuestion: string;
  readonly recipeFields: (fields: readonly string[]) => string;
  /** About fields that the recipe doesn't name. Input images are kept. */
  readonly recipeRest: string;
  readonly recipeUnused: (items: readonly string[]) => string;
  /** End of a shortened list. */
  readonly recipeMore: (count: number) => string;
  readonly recipeFill: string;
  readonly recipePaste: string;
  readonly recipeFilled: (count: number) => string;
  readonly recipeUndo: string;
  readonly recipeUndone: string;
  readonly recipeDismiss: string;
  /** For a dropped file. */
  readonly recipeNone: string;
}
