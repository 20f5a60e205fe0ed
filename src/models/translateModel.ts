import { cachedBy } from "./cachedBy.ts";
import type { Model } from "./defineModel.ts";
import { translateText, type ModelLabels } from "./modelLabels.ts";

const translators = cachedBy((labels: ModelLabels) => {
  const translated = (text: string) => translateText(labels, text);
  return cachedBy(({ description, rules, ...model }: Model): Model => ({
    ...model,
    labels,
    title: translated(model.title),
    ...(description !== undefined && { description: translated(description) }),
    ...(rules && { rules: rules.map((rule) => ({ ...rule, message: translated(rule.message) })) }),
  }));
});

/**
 * Returns a translated model. Text without a translation stays in English. Repeated calls with the same model and
 * labels return the same object.
 *
 * @example
 * import { de } from "react-easel/labels";
 *
 * describeFields(translateModel(sdxlTorch, de.models))[0]?.help;
 */
export function translateModel<M extends Model>(model: M, labels: ModelLabels): M {
  return translators(labels)(model) as M;
}
