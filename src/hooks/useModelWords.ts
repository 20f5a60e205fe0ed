"use client";
import { useContext } from "react";
import { refusalWords, translateModel, type Model, type ModelWords } from "../models/index.ts";
import { EaselContext } from "./EaselContext.ts";
import { mergeWords, type PartOf } from "./labels/mergeWords.ts";

/** The words for each set of the app's own, so that a model in them stays the same from one drawing to the next. */
const whole = new WeakMap<PartOf<ModelWords>, ModelWords>();

/** A model in the words of the provider's `labels`, where there is one and it has words for models. */
export function useModelWords<M extends Model | undefined>(model: M): M {
  const own = useContext(EaselContext)?.labels?.models;
  if (!own || !model) return model;
  const words =
    whole.get(own) ?? mergeWords<ModelWords>({ phrases: {}, refusals: refusalWords }, own);
  whole.set(own, words);
  return translateModel(model, words);
}
