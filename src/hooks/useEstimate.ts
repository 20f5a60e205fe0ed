"use client";
import type { Model } from "../models/defineModel.ts";
import type { FormValues } from "../models/formValues.ts";
import { estimateCost, type CostEstimate } from "../runtime/estimateCost.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useHostConfig } from "./useHostConfig.ts";

/**
 * Estimates the cost of a generation. Undefined if the host shows no prices or the model has none.
 *
 * @param values of the form; the initial ones by default
 *
 * @example
 * const estimate = useEstimate(sdxlTorch, form.watch());
 *
 * return estimate && <p>About {estimate.credits} credits</p>;
 */
export function useEstimate(model: Model, values?: FormValues): CostEstimate | undefined {
  const { client } = useProviderValue();
  const config = useHostConfig();
  const offered = config?.models.find(({ id }) => id === model.id)?.estimate;
  // The host hides its prices.
  if (client.getConfig !== undefined && offered === undefined) return undefined;
  return estimateCost(model, offered, values);
}
