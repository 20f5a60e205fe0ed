"use client";
import { useSyncExternalStore } from "react";
import type { Attempt } from "../ledger/attempt.ts";
import { useProviderValue } from "./EaselContext.ts";

const none: readonly Attempt[] = [];
const noRecords = () => none;

/** Returns the values last entered in a text field, from the user's jobs, newest first and without duplicates. */
export function useRecentTexts(name: string, most = 10): readonly string[] {
  const { ledger } = useProviderValue();
  const attempts = useSyncExternalStore(ledger.subscribe, ledger.list, noRecords);
  const texts = attempts
    .toReversed()
    .map(({ input }) => input[name])
    .filter((text): text is string => typeof text === "string" && text.trim() !== "");
  return [...new Set(texts)].slice(0, most);
}
