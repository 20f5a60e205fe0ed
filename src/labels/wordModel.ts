import type { Model } from "../models/defineModel.ts";
import type { ModelWords } from "../models/modelWords.ts";
import { refusalWords } from "../models/refusalWords.ts";
import { translateModel } from "../models/translateModel.ts";
import { mergeWords, type PartOf } from "./mergeWords.ts";

/** Caches merged labels, so that the model is stable between renders. */
const merged = new WeakMap<PartOf<ModelWords>, ModelWords>();

/** Returns a model with custom labels; missing ones stay English. */
export function wordModel<M extends Model>(model: M, overrides: PartOf<ModelWords> | undefined): M {
  if (!overrides) return model;
  const labels =
    merged.get(overrides) ??
    mergeWords<ModelWords>({ phrases: {}, refusals: refusalWords }, overrides);
  merged.set(overrides, labels);
  return translateModel(model, labels);
}
