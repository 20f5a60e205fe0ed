import type { Model, ModelRule } from "./defineModel.ts";
import { phrase, type ModelWords } from "./modelWords.ts";

const translateRule = (rule: ModelRule, labels: ModelWords): ModelRule => ({
  ...rule,
  message: phrase(labels, rule.message),
});

const cache = new WeakMap<ModelWords, WeakMap<Model, Model>>();

/**
 * Translates a model for `describeFields`, its rules and `parseInput`. Missing texts stay English;
 * the payload doesn't change. Stable per model and labels.
 *
 * @example
 * import { de } from "react-easel/labels";
 *
 * describeFields(translateModel(sdxlTorch, de.models))[0]?.help;
 */
export function translateModel<M extends Model>(model: M, labels: ModelWords): M {
  const byModel = cache.get(labels) ?? new WeakMap<Model, Model>();
  cache.set(labels, byModel);
  const { title, description, rules } = model;
  const result = byModel.get(model) ?? {
    ...model,
    words: labels,
    title: phrase(labels, title),
    ...(description !== undefined && { description: phrase(labels, description) }),
    ...(rules && { rules: rules.map((rule) => translateRule(rule, labels)) }),
  };
  byModel.set(model, result);
  // Only texts have changed.
  return result as M;
}
