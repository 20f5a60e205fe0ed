import type { Model, ModelRule } from "./defineModel.ts";
import { translateText, type ModelLabels } from "./modelLabels.ts";

const translateRule = (rule: ModelRule, labels: ModelLabels): ModelRule => ({
  ...rule,
  message: translateText(labels, rule.message),
});

const cache = new WeakMap<ModelLabels, WeakMap<Model, Model>>();

/**
 * Translates a model for `describeFields`, its rules and `parseInput`. Missing texts stay English;
 * the payload doesn't change. Stable per model and labels.
 *
 * @example
 * import { de } from "react-easel/labels";
 *
 * describeFields(translateModel(sdxlTorch, de.models))[0]?.help;
 */
export function translateModel<M extends Model>(model: M, labels: ModelLabels): M {
  const byModel = cache.get(labels) ?? new WeakMap<Model, Model>();
  cache.set(labels, byModel);
  const { title, description, rules } = model;
  const result = byModel.get(model) ?? {
    ...model,
    labels: labels,
    title: translateText(labels, title),
    ...(description !== undefined && { description: translateText(labels, description) }),
    ...(rules && { rules: rules.map((rule) => translateRule(rule, labels)) }),
  };
  byModel.set(model, result);
  // Only texts have changed.
  return result as M;
}
