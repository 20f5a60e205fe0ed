import type { Model } from "../models/defineModel.ts";
import type { ModelWords } from "../models/modelWords.ts";
import { refusalWords } from "../models/refusalWords.ts";
import { translateModel } from "../models/translateModel.ts";
import { mergeWords, type PartOf } from "./mergeWords.ts";

/** The words for each set of the app's own, so that a model in them stays the same from one drawing to the next. */
const whole = new WeakMap<PartOf<ModelWords>, ModelWords>();

/** A model in an app's own words for models; what these leave out stays English. */
export function wordModel<M extends Model>(model: M, own: PartOf<ModelWords> | undefined): M {
  if (!own) return model;
  const words =
    whole.get(own) ?? mergeWords<ModelWords>({ phrases: {}, refusals: refusalWords }, own);
  whole.set(own, words);
  return translateModel(model, words);
}
