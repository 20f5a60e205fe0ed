"use client";
import { useSyncExternalStore } from "react";
import type { Attempt } from "../ledger/attempt.ts";
import { useProviderValue } from "./EaselContext.ts";

const noRecords = () => undefined;

function seedOf({ input, result }: Attempt, name: string): number | undefined {
  const sent = input[name];
  return (
    result?.seed ?? (Number.isSafeInteger(sent) && Number(sent) >= 0 ? Number(sent) : undefined)
  );
}

/** Returns the seed of the newest job with a known seed, from the job's result or else from the input field `name`. */
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
