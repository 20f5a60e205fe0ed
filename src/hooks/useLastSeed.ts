"use client";
import { useSyncExternalStore } from "react";
import type { Attempt } from "../ledger/attempt.ts";
import { useProviderValue } from "./EaselContext.ts";

const noRecords = () => undefined;

/** The seed that a run was made with: what the service drew, or what was sent. */
function seedOf({ input, result }: Attempt, name: string): number | undefined {
  const sent = input[name];
  return (
    result?.seed ?? (Number.isSafeInteger(sent) && Number(sent) >= 0 ? Number(sent) : undefined)
  );
}

/**
 * The seed of the newest run of which one is known, whatever model drew it. Draws again when that changes.
 *
 * @example
 * const seed = useLastSeed("seed");
 */
export function useLastSeed(name: string): number | undefined {
  const { ledger } = useProviderValue();
  return useSyncExternalStore(
    ledger.subscribe,
    () => {
      const newest = ledger.list().findLast((attempt) => seedOf(attempt, name) !== undefined);
      return newest && seedOf(newest, name);
    },
    noRecords,
  );
}
