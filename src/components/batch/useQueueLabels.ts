"use client";
import { useProviderValue } from "../../hooks/EaselContext.ts";
import { queue } from "../../labels/en/queue.ts";
import { mergeOverrides } from "../../labels/mergeOverrides.ts";

/** Returns the labels of the queue, which aren't part of the first load. */
export const useQueueLabels = () => mergeOverrides(queue, useProviderValue().labels?.queue);
