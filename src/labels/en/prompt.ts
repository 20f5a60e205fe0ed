import { count, digits, list, number } from "./grammar.ts";

export const prompt = {
  count: (words: number, characters: number) =>
    [
      count(words, { one: "# word", other: "# words" }),
      count(characters, { one: "# character", other: "# characters" }),
    ].join(", "),
  /** @param about an estimate */
  tokens: (about: number, limit: number) => `about ${digits(about)} of ${digits(limit)} tokens`,
  tooManyTokens: (about: number, limit: number) =>
    `about ${digits(about)} tokens: the model reads ${digits(limit)} at once, what comes last may count for little`,
  weightKeys: "Ctrl or ⌘ with ↑ or ↓ gives the word at the cursor more or less weight.",
  weightChanged: (phrase: string, weight: number) => `“${phrase}” weighs ${number(weight)} now.`,
  noWordAtCursor: "There is no word at the cursor to weigh.",

  recent: "Recent",
  recentOf: (field: string) => `Recent texts: ${field}`,
  recentUsed: "The recent text was put in.",

  empty: "Empty",

  recipeQuestion: "Fill the form from this recipe?",
  recipeFields: (fields: readonly string[]) => `It sets ${list(fields)}.`,
  /** About fields that the recipe doesn't name. Input images are kept. */
  recipeRest: "All other settings reset to the model’s defaults.",
  recipeUnused: (items: readonly string[]) => `This model can’t use ${list(items)}.`,
  recipeMore: (items: number) => `${digits(items)} more`,
  recipeFill: "Fill the form",
  recipePaste: "Paste as text",
  recipeFilled: (fields: number) =>
    count(fields, {
      one: "# field was filled from the recipe.",
      other: "# fields were filled from the recipe.",
    }),
  recipeUndo: "Undo",
  recipeUndone: "The form is as it was before the recipe.",
  recipeDismiss: "Close",
  recipeNone: "There is no recipe in this file.",
};
