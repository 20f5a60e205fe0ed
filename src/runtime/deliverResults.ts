import { isFinalAttempt, isUndelivered, type Attempt } from "../ledger/attempt.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import { currentPageId } from "../ledger/currentPageId.ts";
import { deriveJob, type Job } from "./job.ts";

interface DeliverResultsOptions {
  readonly ledger: Ledger;
  readonly sharedName: string | undefined;
  /** Pending `onResult` calls by attempt ID, including calls from providers that have been unmounted. */
  readonly deliveries: Map<string, Promise<void>>;
  readonly locks: LockManager | undefined;
  readonly isLeader: () => boolean;
  readonly onResult: (job: Job) => unknown;
}

const firstRetryMs = 5_000;
const maxRetryMs = 5 * 60_000;

/** Returns whether to call `onResult` for an attempt. Excludes expired results, whose images are unavailable. */
const isDue = (attempt: Attempt): boolean =>
  isUndelivered(attempt) && deriveJob(attempt, {}).status === "completed";

/** Calls `onResult` for each completed job. Retries failed calls. Skips jobs that ended before `onResult` was set. */
export function deliverResults(options: DeliverResultsOptions) {
  const { ledger, sharedName, deliveries, locks, isLeader, onResult } = options;
  const failures = new Map<string, number>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const joined = new Set<Promise<void>>();
  let stopped = false;

  /** Returns whether to mark an attempt as undelivered. Excludes earlier attempts whose results are being reloaded. */
  const isNew = (attempt: Attempt): boolean =>
    attempt.delivered === undefined &&
    attempt.endedAt === undefined &&
    !isFinalAttempt(attempt) &&
    (attempt.pageId === currentPageId() || isLeader());

  function scheduleRetry(attemptId: string) {
    const count = (failures.get(attemptId) ?? 0) + 1;
    failures.set(attemptId, count);
    const delayMs = Math.min(firstRetryMs * 2 ** (count - 1), maxRetryMs);
    const retry = () => {
      timers.delete(attemptId);
      deliverDue();
    };
    if (!stopped) timers.set(attemptId, setTimeout(retry, delayMs));
  }

  async function deliver(attemptId: string): Promise<void> {
    const attempt = ledger.list().find((one) => one.attemptId === attemptId);
    if (stopped || !attempt || !isDue(attempt)) return;
    try {
      await onResult(deriveJob(attempt, {}));
      ledger.update(attemptId, { delivered: true });
    } catch (cause) {
      console.error(
        "Easel: onResult failed. Easel will call onResult again later, on this page or after the next page load.",
        cause,
      );
      scheduleRetry(attemptId);
    }
  }

  function start(attemptId: string): Promise<void> {
    if (sharedName === undefined || !locks) return deliver(attemptId);
    // The lock prevents a second call while the former leader tab is still waiting for `onResult`.
    const lock = `easel-result:${sharedName}:${attemptId}`;
    return locks.request(lock, { mode: "exclusive" }, async () => {
      await ledger.refresh();
      await deliver(attemptId);
    });
  }

  function deliverDue(): void {
    if (stopped) return;
    for (const attempt of ledger.list().filter(isNew)) {
      ledger.update(attempt.attemptId, { delivered: false });
    }
    if (!isLeader()) return;
    for (const { attemptId } of ledger.list().filter(isDue)) {
      if (timers.has(attemptId)) continue;
      const before = deliveries.get(attemptId);
      if (before) {
        if (!joined.has(before)) void before.then(deliverDue);
        joined.add(before);
        continue;
      }
      const delivery = start(attemptId)
        .catch(() => scheduleRetry(attemptId))
        .finally(() => deliveries.delete(attemptId));
      deliveries.set(attemptId, delivery);
      joined.add(delivery);
    }
  }

  return {
    deliverDue,
    stop: () => {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
