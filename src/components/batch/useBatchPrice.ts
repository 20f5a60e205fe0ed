"use client";
import { useProviderValue } from "../../hooks/EaselContext.ts";
import type { QueueItem } from "../../hooks/useGenerationQueue.ts";
import { useHostConfig } from "../../hooks/useHostConfig.ts";
import { estimateCost } from "../../runtime/estimateCost.ts";

/** Returns the total number of images and the total price, which is undefined if the price of an item is unknown. */
export function useBatchPrice(items: readonly QueueItem[]) {
  const { client } = useProviderValue();
  const { config } = useHostConfig();
  const costs = items.map(({ model, values }) => {
    const offered = config?.models.find(({ id }) => id === model.id)?.estimate;
    const isHidden = client.getConfig !== undefined && offered === undefined;
    return isHidden ? undefined : estimateCost(model, offered, values)?.credits;
  });
  const images = items.reduce(
    (sum, { values }) => sum + Math.max(1, Number(values["samples"]) || 1),
    0,
  );
  const known = costs.filter((cost) => cost !== undefined);
  return {
    images,
    credits:
      items.length > 0 && known.length === items.length
        ? known.reduce((sum, cost) => sum + cost, 0)
        : undefined,
  };
}
