import type { RefusalWords } from "./refusalWords.ts";

export interface ModelWords {
  /** By English text. */
  readonly phrases: Readonly<Record<string, string>>;
  readonly refusals: RefusalWords;
}

/** Returns the translation, or the text itself. */
export function phrase(labels: ModelWords | undefined, text: string): string {
  return labels && Object.hasOwn(labels.phrases, text) ? (labels.phrases[text] ?? text) : text;
}
