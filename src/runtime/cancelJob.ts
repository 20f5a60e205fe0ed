import { untilAnswered } from "../client/untilAnswered.ts";
import { hasPendingJob } from "../ledger/attempt.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { Runtime } from "./createRuntime.ts";
import { applyJobStatus } from "./jobQueries.ts";

/** Timeout of the request. The handler waits for a call that stops the job and for a poll, up to 18 seconds each. */
const timeoutMs = 45_000;

/** Time after which a job can be stopped again, in case a page closed before its request was sent. */
const staleMs = 60_000;

const attemptOf = (ledger: Ledger, attemptId: string) =>
  ledger.list().find((one) => one.attemptId === attemptId);

export function clearStaleCancel(ledger: Ledger, attemptId: string): void {
  const { cancelRequestedAt } = attemptOf(ledger, attemptId) ?? {};
  if (cancelRequestedAt !== undefined && Date.now() - cancelRequestedAt > staleMs) {
    ledger.update(attemptId, { cancelRequestedAt: undefined });
  }
}

/**
 * Asks the service once to stop a pending job, and applies the status in the response. If the request fails, the job
 * continues, and the error becomes its `trouble`.
 */
export async function cancelJob(
  { client, ledger, queryClient: cache }: Pick<Runtime, "client" | "ledger" | "queryClient">,
  attemptId: string,
): Promise<void> {
  const attempt = attemptOf(ledger, attemptId);
  if (!client.cancelJob || !attempt || !hasPendingJob(attempt)) return;
  const { requestId, startedAt, cancelRequestedAt } = attempt;
  if (cancelRequestedAt !== undefined) return;
  ledger.update(attemptId, { cancelRequestedAt: Date.now(), trouble: undefined });
  try {
    const cancel = async (signal: AbortSignal) => client.cancelJob?.(requestId, { signal });
    const status = await untilAnswered(cancel, { timeoutMs, signal: undefined });
    if (status) applyJobStatus({ cache, ledger, startedAt }, status);
  } catch (cause) {
    const known = attemptOf(ledger, attemptId);
    // A poll may have reported the job's end during the request.
    if (!known || !hasPendingJob(known)) return;
    const trouble = new EaselError("cancel_failed", { requestId, attemptId, cause });
    ledger.update(attemptId, { cancelRequestedAt: undefined, trouble });
  }
}
