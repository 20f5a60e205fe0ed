"use client";
import { useState } from "react";
import type { Attempt } from "../ledger/attempt.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import { useProviderValue } from "./EaselContext.ts";

export interface UseRemoveJobResult {
  /** Runs that were taken out last and can still be brought back. */
  readonly removed: readonly Attempt[];
  /**
   * Takes these out and keeps them for `undo`. Those still under way stay: nobody could find them again.
   *
   * @returns how many were taken out
   */
  readonly remove: (attemptIds: readonly string[]) => number;
  readonly undo: () => void;
  /** There is no going back any more. */
  readonly settle: () => void;
}

const none: readonly Attempt[] = [];

/** What was taken out, and whose it was: another user who comes to this page is not offered it. */
interface Removed {
  readonly from: Ledger | undefined;
  readonly attempts: readonly Attempt[];
}

const nothing: Removed = { from: undefined, attempts: none };

const isUnderWay = ({ submit, result, error, detached }: Attempt): boolean =>
  submit === "sent" || (submit === "taken" && !result && !error && !detached);

/** Takes runs out of the ledger, and brings them back as they were. */
export function useRemoveJob(): UseRemoveJobResult {
  const { ledger } = useProviderValue();
  const [last, setLast] = useState(nothing);
  const removed = last.from === ledger ? last.attempts : none;

  return {
    removed,
    remove: (attemptIds) => {
      const ids = new Set(attemptIds);
      const gone = ledger.list().filter((run) => ids.has(run.attemptId) && !isUnderWay(run));
      for (const { attemptId } of gone) ledger.remove(attemptId);
      if (gone.length > 0) setLast({ from: ledger, attempts: gone });
      return gone.length;
    },
    undo: () => {
      for (const attempt of removed) void ledger.write(attempt);
      setLast(nothing);
    },
    settle: () => setLast(nothing),
  };
}
