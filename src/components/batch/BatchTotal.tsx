"use client";
import { useEasel } from "../../hooks/useEasel.ts";
import type { QueueItem } from "../../hooks/useGenerationQueue.ts";
import { formatCredits } from "../internals/formatCredits.ts";
import { useParts } from "../internals/useParts.ts";
import { useBatchPrice } from "./useBatchPrice.ts";
import { useQueueLabels } from "./useQueueLabels.ts";

interface BatchTotalProps {
  readonly id: string;
  readonly items: readonly QueueItem[];
}

/** The number of images and their total price, or only the number of generations if the price is unknown. */
export function BatchTotal({ id, items }: BatchTotalProps) {
  const part = useParts();
  const labels = useQueueLabels();
  const { locale } = useEasel().labels.result;
  const { images, credits } = useBatchPrice(items);
  const isEmpty = items.length === 0;
  return (
    <output {...part("batch-total", "figures")} id={id}>
      {isEmpty
        ? labels.nothing
        : credits === undefined
          ? labels.generations(items.length)
          : labels.price(labels.images(images), formatCredits(credits, locale))}
    </output>
  );
}
