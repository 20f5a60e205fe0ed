import type { InputErrorLabels } from "./inputErrorLabels.ts";

export interface ModelLabels {
  /** By English text. */
  readonly texts: Readonly<Record<string, string>>;
  readonly inputErrors: InputErrorLabels;
}

/** Returns the translation, or the text itself. */
export function translateText(labels: ModelLabels | undefined, text: string): string {
  return labels && Object.hasOwn(labels.texts, text) ? (labels.texts[text] ?? text) : text;
}
