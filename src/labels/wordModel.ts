import type { Model } from "../models/defineModel.ts";
import type { ModelWords } from "../models/modelWords.ts";
import { refusalWords } from "../models/refusalWords.ts";
import { translateModel } from "../models/translateModel.ts";
import { mergeWords, type PartOf } from "./mergeWords.ts";

/** Caches merged labels, so that the model is stable between renders. */
const whole = new WeakMap<PartOf<ModelWords>, ModelWords>();

/** Returns a model with custom labels; missing ones stay English. */
export function wordModel<M extends Model>(model: M, own: PartOf<ModelWords> | undefined): M {
  if (!own) return model;
  const words =
    whole.get(own) ?? mergeWords<ModelWords>({ phrases: {}, refusals: refusalWords }, own);
  whole.set(own, words);
  return translateModel(model, words);
}
