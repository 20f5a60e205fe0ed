import type { Model } from "./defineModel.ts";
import { translateText, type ModelLabels } from "./modelLabels.ts";

const cache = new WeakMap<ModelLabels, WeakMap<Model, Model>>();

/**
 * Translates a model's texts; missing ones stay English. Stable per model and labels.
 *
 * @example
 * import { de } from "react-easel/labels";
 *
 * describeFields(translateModel(sdxlTorch, de.models))[0]?.help;
 */
export function translateModel<M extends Model>(model: M, labels: ModelLabels): M {
  const byModel = cache.get(labels) ?? new WeakMap<Model, Model>();
  cache.set(labels, byModel);
  const translated = (text: string) => translateText(labels, text);
  const { title, description, rules } = model;
  const result = byModel.get(model) ?? {
    ...model,
    labels,
    title: translated(title),
    ...(description !== undefined && { description: translated(description) }),
    ...(rules && { rules: rules.map((rule) => ({ ...rule, message: translated(rule.message) })) }),
  };
  byModel.set(model, result);
  // Only texts have changed.
  return result as M;
}
