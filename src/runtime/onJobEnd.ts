import { isPendingAttempt } from "../ledger/attempt.ts";
import type { Ledger } from "../ledger/createLedger.ts";

/**
 * Calls `listener` when a pending job ends in this tab or another tab, and when a submission or its check ends without a
 * job. Returns an unsubscribe function.
 */
export function onJobEnd(ledger: Ledger, listener: () => void): () => void {
  const pendingIds = () =>
    new Set(ledger.list().flatMap((one) => (isPendingAttempt(one) ? [one.attemptId] : [])));
  let before = pendingIds();
  return ledger.subscribe(() => {
    const now = pendingIds();
    const hasEnded = [...before].some((attemptId) => !now.has(attemptId));
    before = now;
    if (hasEnded) listener();
  });
}
