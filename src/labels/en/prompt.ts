import { count, digits, list, number } from "./grammar.ts";

export const prompt = {
  placeholders: {
    "text-to-image": "Describe your image…",
    "image-to-image": "Describe what to change…",
  },
  negativePlaceholder: "What to avoid…",
  clear: "Clear prompt",

  count: (words: number, characters: number) =>
    [
      count(words, { one: "# word", other: "# words" }),
      count(characters, { one: "# character", other: "# characters" }),
    ].join(", "),
  /** @param about estimated number of tokens */
  tokens: (about: number, limit: number) => `about ${digits(about)} of ${digits(limit)} tokens`,
  tooManyTokens: (about: number, limit: number) =>
    `about ${digits(about)} of ${digits(limit)} tokens. The end of your prompt may be ignored.`,
  weightKeys: "Press Ctrl or ⌘ with ↑ or ↓ to change the weight of the word at the cursor.",
  weightChanged: (phrase: string, weight: number) => `Weight of “${phrase}”: ${number(weight)}.`,
  noWordAtCursor: "Place the cursor on a word first.",

  recent: "Recent",
  recentOf: (field: string) => `Recent: ${field}`,
  recentUsed: "Recent entry inserted.",

  empty: "Empty",

  recipeQuestion: "Apply these settings?",
  recipeFields: (fields: readonly string[]) => `Sets ${list(fields)}.`,
  /** Message about fields that the recipe omits. Input images aren't reset. */
  recipeRest: "All other settings are reset to the model’s defaults.",
  recipeUnused: (items: readonly string[]) => `Not supported by this model: ${list(items)}.`,
  recipeMore: (items: number) => `${digits(items)} more`,
  recipeFill: "Apply",
  recipePaste: "Paste as text",
  recipeFilled: (fields: number) =>
    count(fields, {
      one: "# setting applied.",
      other: "# settings applied.",
    }),
  recipeUndo: "Undo",
  recipeUndone: "Changes undone.",
  recipeDismiss: "Close",
  recipeNone: "No settings found in this file.",
};
