import type { RefusalWords } from "./refusalWords.ts";

export interface ModelWords {
  /** By English text. */
  readonly phrases: Readonly<Record<string, string>>;
  readonly refusals: RefusalWords;
}

/** Returns the translation, or the text itself. */
export function phrase(words: ModelWords | undefined, text: string): string {
  return words && Object.hasOwn(words.phrases, text) ? (words.phrases[text] ?? text) : text;
}
