import type { Model, ModelRule } from "./defineModel.ts";
import { phrase, type ModelWords } from "./modelWords.ts";

const sayRule = (rule: ModelRule, words: ModelWords): ModelRule => ({
  ...rule,
  message: phrase(words, rule.message),
});

const translated = new WeakMap<ModelWords, WeakMap<Model, Model>>();

/**
 * The same model in another language: what `describeFields`, its rules and `parseInput` say of it. What the words don't have
 * stays as it is. What is sent is the same. The same model for the same words.
 *
 * @example
 * import { de } from "react-easel/labels";
 *
 * describeFields(translateModel(sdxlTorch, de.models))[0]?.help;
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
    ...(rules && { rules: rules.map((rule) => sayRule(rule, words)) }),
  };
  known.set(model, one);
  // Nothing but its words has changed.
  return one as M;
}
