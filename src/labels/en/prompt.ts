import { createGrammar } from "../createGrammar.ts";
import type { Labels } from "../labels.ts";

const { count, digits, list, number } = createGrammar("en");

export const prompt: Labels["prompt"] = {
  count: (words, characters) =>
    [
      count(words, { one: "# word", other: "# words" }),
      count(characters, { one: "# character", other: "# characters" }),
    ].join(", "),
  tokens: (about, limit) => `about ${digits(about)} of ${digits(limit)} tokens`,
  tooManyTokens: (about, limit) =>
    `about ${digits(about)} tokens: the model reads ${digits(limit)} at once, what comes last may count for little`,
  weightKeys: "Ctrl or ⌘ with ↑ or ↓ gives the word at the cursor more or less weight.",
  weightChanged: (phrase, weight) => `“${phrase}” weighs ${number(weight)} now.`,
  noWordAtCursor: "There is no word at the cursor to weigh.",

  recent: "Recent",
  recentOf: (field) => `Recent texts: ${field}`,
  recentUsed: "The recent text was put in.",

  empty: "Empty",

  recipeQuestion: "Fill the form from this recipe?",
  recipeFields: (fields) => `It sets ${list(fields)}.`,
  recipeRest: "All other settings reset to the model’s defaults.",
  recipeUnused: (items) => `This model can’t use ${list(items)}.`,
  recipeMore: (items) => `${digits(items)} more`,
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
