import type { Model } from "./defineModel.ts";
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

const translated = new WeakMap<ModelWords, WeakMap<Model, Model>>();

/**
 * The same model in another language: what `describeFields`, its rules and `parseInput` say of it. What the words don't have
 * stays as it is. What is sent is the same. The same model for the same words.
 *
 * @example
 * import { de } from "react-easel/labels";
 *
 * describeFields(translateModel(sdxlTorch, de.models))[0].help;
 */
export function translateModel<M extends Model>(model: M, words: ModelWords): M {
  const known = translated.get(words) ?? new WeakMap<Model, Model>();
  translated.set(words, known);
  const { title, description, rules } = model;
  const one = known.get(model) ?? {
    ...model,
    words,
    title: phrase(words, title),
    ...(description !== undefined && { description: phrase(words, description) }),
    ...(rules && {
      rules: rules.map((rule) => ({ ...rule, message: phrase(words, rule.message) })),
    }),
  };
  known.set(model, one);
  // Nothing but its words has changed.
  return one as M;
}
