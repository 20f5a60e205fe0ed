"use client";
import { useState } from "react";
import { hasPendingJob, type Attempt } from "../ledger/attempt.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useStableActions } from "./useStableActions.ts";

const none: readonly Attempt[] = [];

interface Removed {
  /** Ledger from which the attempts were removed. Only the user of this ledger can undo the removal. */
  readonly from: Ledger | undefined;
  readonly attempts: readonly Attempt[];
}

const nothing: Removed = { from: undefined, attempts: none };

// If an attempt were removed while being submitted, its job's ID would be lost.
const canRemove = (attempt: Attempt): boolean =>
  attempt.submit !== "sent" && (attempt.detached || !hasPendingJob(attempt));

export function useRemoveJob() {
  const { ledger } = useProviderValue();
  const [last, setLast] = useState(nothing);
  const removed = last.from === ledger ? last.attempts : none;

  const actions = useStableActions({
    /** Removes jobs and returns the number removed. Keeps watched pending jobs, and jobs that are being submitted. */
    remove: (attemptIds: readonly string[]) => {
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
    endUndo: () => setLast(nothing),
  });
  return { removed, ...actions };
}
