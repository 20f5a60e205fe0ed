"use client";
import { useEasel } from "../../hooks/useEasel.ts";
import type { QueueItem } from "../../hooks/useGenerationQueue.ts";
import { formatCredits } from "../internals/formatCredits.ts";
import { useParts } from "../internals/useParts.ts";
import { useBatchPrice } from "./useBatchPrice.ts";
import { useQueueLabels } from "./useQueueLabels.ts";

/** The number of images and their total price, or only the number of generations if the price is unknown. */
export function BatchTotal({ items }: { readonly items: readonly QueueItem[] }) {
  const part = useParts();
  const labels = useQueueLabels();
  const { locale } = useEasel().labels.result;
  const { images, credits } = useBatchPrice(items);
  return (
    <output {...part("batch-total", "figures")}>
      {credits === undefined
        ? labels.generations(items.length)
        : labels.price(labels.images(images), formatCredits(credits, locale))}
    </output>
  );
}
