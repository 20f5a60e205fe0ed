import type { RefusalWords } from "./refusalWords.ts";

/** A model's words in another language. */
export interface ModelWords {
  /** By the English: titles, labels, helps, units, options, headings, rules and the schema's own sentences. */
  readonly phrases: Readonly<Record<string, string>>;
  readonly refusals: RefusalWords;
}

/** The words for a text of the model's; the text itself where there are none. */
export function phrase(words: ModelWords | undefined, text: string): string {
  return words && Object.hasOwn(words.phrases, text) ? (words.phrases[text] ?? text) : text;
}
