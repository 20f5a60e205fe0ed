"use client";
import { useState } from "react";
import { hasPendingJob, type Attempt } from "../ledger/attempt.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import { useProviderValue } from "./EaselContext.ts";

export interface UseRemoveJobResult {
  readonly removed: readonly Attempt[];
  /**
   * Removes jobs, except watched pending ones, which could not be found again. Returns their number.
   */
  readonly remove: (attemptIds: readonly string[]) => number;
  readonly undo: () => void;
  /** Ends the possibility to undo. */
  readonly settle: () => void;
}

const none: readonly Attempt[] = [];

interface Removed {
  /** Another user of the page can't undo it. */
  readonly from: Ledger | undefined;
  readonly attempts: readonly Attempt[];
}

const nothing: Removed = { from: undefined, attempts: none };

const canRemove = (attempt: Attempt): boolean =>
  attempt.submit !== "sent" && (attempt.detached || !hasPendingJob(attempt));

/** Removes jobs from the ledger, and restores them. */
export function useRemoveJob(): UseRemoveJobResult {
  const { ledger } = useProviderValue();
  const [last, setLast] = useState(nothing);
  const removed = last.from === ledger ? last.attempts : none;

  return {
    removed,
    remove: (attemptIds) => {
      const ids = new Set(attemptIds);
      const attempts = ledger.list().filter((one) => ids.has(one.attemptId) && canRemove(one));
      for (const { attemptId } of attempts) ledger.remove(attemptId);
      if (attempts.length > 0) setLast({ from: ledger, attempts });
      return attempts.length;
    },
    undo: () => {
      for (const attempt of removed) void ledger.write(attempt);
      setLast(nothing);
    },
    settle: () => setLast(nothing),
  };
}
