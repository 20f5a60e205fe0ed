import type { Model } from "../models/defineModel.ts";
import { inputErrorLabels, type ModelLabels } from "../models/modelLabels.ts";
import { translateModel } from "../models/translateModel.ts";
import { mergeOverrides, type Overrides } from "./mergeOverrides.ts";

/** Caches merged labels, so that the model is stable between renders. */
const merged = new WeakMap<Overrides<ModelLabels>, ModelLabels>();

/** Returns a model with custom labels; missing ones stay English. */
export function labelModel<M extends Model>(
  model: M,
  overrides: Overrides<ModelLabels> | undefined,
): M {
  if (!overrides) return model;
  const labels =
    merged.get(overrides) ??
    mergeOverrides<ModelLabels>({ texts: {}, inputErrors: inputErrorLabels }, overrides);
  merged.set(overrides, labels);
  return translateModel(model, labels);
}
