"use client";
import { useContext } from "react";
import { labelModel } from "../labels/labelModel.ts";
import type { Model } from "../models/defineModel.ts";
import { EaselContext } from "./EaselContext.ts";

/** Returns a model with the provider's labels. Without a provider, returns the model unchanged. */
export function useModelLabels<M extends Model | undefined>(model: M): M {
  const own = useContext(EaselContext)?.labels?.models;
  return model && labelModel(model, own);
}
