"use client";
import { queue } from "../../labels/en/queue.ts";
import { usePartLabels } from "../internals/usePartLabels.ts";

export const useQueueLabels = () => usePartLabels("queue", queue);
