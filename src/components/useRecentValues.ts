"use client";
import { useSyncExternalStore } from "react";
import type { JobRecord } from "../client/index.ts";
import { useEasel } from "../hooks/index.ts";

const none: readonly JobRecord[] = [];
const noRecords = () => none;

/** What was sent in this field lately, newest first, each value once: of the runs that the ledger keeps. */
export function useRecentValues(name: string, most = 12): readonly string[] {
  const { ledger } = useEasel();
  const records = useSyncExternalStore(ledger.subscribe, ledger.list, noRecords);
  const values = records
    .toReversed()
    .map(({ input }) => input[name])
    .filter((value) => typeof value === "string" || typeof value === "number")
    .map(String);
  return [...new Set(values)].filter((value) => value !== "").slice(0, most);
}
