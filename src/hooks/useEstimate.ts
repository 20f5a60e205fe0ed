"use client";
import type { Model } from "../models/defineModel.ts";
import type { FormValues } from "../models/formValues.ts";
import { estimateCost } from "../runtime/estimateCost.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useHostConfig } from "./useHostConfig.ts";

/** Returns the estimated cost of a generation. `values` defaults to the model's initial values. */
export function useEstimate(model: Model, values?: FormValues) {
  const { client } = useProviderValue();
  const { config, ...request } = useHostConfig();
  const offered = config?.models.find(({ id }) => id === model.id)?.estimate;
  const isPriceHidden = client.getConfig !== undefined && offered === undefined;
  return {
    ...request,
    /** Estimated cost. Undefined if the host hides prices or the model has no price. */
    estimate: isPriceHidden ? undefined : estimateCost(model, offered, values),
  };
}
