"use client";
import type { Model } from "../models/defineModel.ts";
import type { FormValues } from "../models/formValues.ts";
import { estimateCost, type CostEstimate } from "../runtime/estimateCost.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useHostConfig } from "./useHostConfig.ts";

/**
 * What a run will cost, before it is paid for. Undefined where nobody says: the host shows no prices, or its model has
 * none. Give the form's values as they stand; without them it is what the form opens with.
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
  // A host that could name a price and does not wants none to be seen.
  if (client.getConfig !== undefined && offered === undefined) return undefined;
  return estimateCost(model, offered, values);
}
