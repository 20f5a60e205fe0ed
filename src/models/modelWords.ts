import type { RefusalWords } from "./refusalWords.ts";

/** A model's texts in another language. */
export interface ModelWords {
  /** Translations by English text: titles, labels, help, units, options, headings, rules and schema messages. */
  readonly phrases: Readonly<Record<string, string>>;
  readonly refusals: RefusalWords;
}

/** Returns the translation of a text, or the text itself. */
export function phrase(words: ModelWords | undefined, text: string): string {
  return words && Object.hasOwn(words.phrases, text) ? (words.phrases[text] ?? text) : text;
}
