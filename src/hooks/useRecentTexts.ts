"use client";
import { useSyncExternalStore } from "react";
import type { Attempt } from "../ledger/attempt.ts";
import { useProviderValue } from "./EaselContext.ts";

const none: readonly Attempt[] = [];
const noRecords = () => none;

/**
 * What was sent in this field lately, newest first, each text once: of the runs that the ledger keeps, so of this user alone,
 * and gone once its runs are forgotten. Draws again when a run comes or goes.
 *
 * @example
 * const prompts = useRecentTexts("prompt");
 */
export function useRecentTexts(name: string, most = 10): readonly string[] {
  const { ledger } = useProviderValue();
  // Nothing that is kept in the browser is drawn before hydration: the server knew none of it.
  const attempts = useSyncExternalStore(ledger.subscribe, ledger.list, noRecords);
  const texts = attempts
    .toReversed()
    .map(({ input }) => input[name])
    .filter((text): text is string => typeof text === "string" && text.trim() !== "");
  return [...new Set(texts)].slice(0, most);
}
