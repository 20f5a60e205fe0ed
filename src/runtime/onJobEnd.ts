import { hasPendingJob } from "../ledger/attempt.ts";
import type { Ledger } from "../ledger/createLedger.ts";

/** Calls back whenever a run that was under way is no longer, also one of another tab. Returns the way out. */
export function onJobEnd(ledger: Ledger, listener: () => void): () => void {
  const underWay = () =>
    new Set(
      ledger
        .list()
        .filter(hasPendingJob)
        .map(({ attemptId }) => attemptId),
    );
  let before = underWay();
  return ledger.subscribe(() => {
    const now = underWay();
    const hasEnded = [...before].some((attemptId) => !now.has(attemptId));
    before = now;
    if (hasEnded) listener();
  });
}
