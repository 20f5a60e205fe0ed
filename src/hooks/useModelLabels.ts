"use client";
import { useContext } from "react";
import { labelModel } from "../labels/labelModel.ts";
import type { Model } from "../models/defineModel.ts";
import { EaselContext } from "./EaselContext.ts";

/** Applies the provider's labels to a model. Works without a provider. */
export function useModelLabels<M extends Model | undefined>(model: M): M {
  const own = useContext(EaselContext)?.labels?.models;
  return model && labelModel(model, own);
}
