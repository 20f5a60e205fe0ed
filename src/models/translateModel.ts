import type { Model, ModelRule } from "./defineModel.ts";
import { phrase, type ModelWords } from "./modelWords.ts";

const sayRule = (rule: ModelRule, words: ModelWords): ModelRule => ({
  ...rule,
  message: phrase(words, rule.message),
});

const translated = new WeakMap<ModelWords, WeakMap<Model, Model>>();

/**
 * Translates a model for `describeFields`, its rules and `parseInput`. Missing texts stay English;
 * the payload doesn't change. Stable per model and labels.
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
  // Only texts have changed.
  return one as M;
}
