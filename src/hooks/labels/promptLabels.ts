import { createGrammar } from "./createGrammar.ts";

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

const { count, digits, list, number } = createGrammar("en");

export const promptLabels: PromptLabels = {
  count: (words, characters) =>
    [
      count(words, { one: "# word", other: "# words" }),
      count(characters, { one: "# character", other: "# characters" }),
    ].join(", "),
  tokens: (about, limit) => `about ${digits(about)} of ${digits(limit)} tokens`,
  tooManyTokens: (about, limit) =>
    `about ${digits(about)} tokens: the model reads ${digits(limit)} at once, what comes last may count for little`,
  weightKeys: "Ctrl or ⌘ with ↑ or ↓ gives the word at the cursor more or less weight.",
  weighed: (phrase, weight) => `“${phrase}” weighs ${number(weight)} now.`,
  nothingToWeigh: "There is no word at the cursor to weigh.",

  recent: "Recent",
  recentOf: (field) => `Recent texts: ${field}`,
  recentUsed: "The recent text was put in.",

  empty: "Empty",

  recipeQuestion: "Fill the form from this recipe?",
  recipeFields: (fields) => `It sets ${list(fields)}.`,
  recipeRest: "All other settings reset to the model’s defaults.",
  recipeUnused: (things) => `This model can’t use ${list(things)}.`,
  recipeMore: (things) => `${digits(things)} more`,
  recipeFill: "Fill the form",
  recipePaste: "Paste as text",
  recipeFilled: (fields) =>
    count(fields, {
      one: "# field was filled from the recipe.",
      other: "# fields were filled from the recipe.",
    }),
  recipeUndo: "Undo",
  recipeUndone: "The form is as it was before the recipe.",
  recipeDismiss: "Close",
  recipeNone: "There is no recipe in this file.",
};
