"use client";
import { useContext } from "react";
import { labelModel } from "../labels/labelModel.ts";
import type { Model } from "../models/defineModel.ts";
import { EaselContext } from "./EaselContext.ts";

/** A model in the words of the provider's `labels`, where there is one and it has words for models. */
export function useModelLabels<M extends Model | undefined>(model: M): M {
  const own = useContext(EaselContext)?.labels?.models;
  return model && labelModel(model, own);
}
