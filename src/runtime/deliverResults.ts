import { hasEnded, isOwed, type Attempt } from "../ledger/attempt.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import { currentPageId } from "../ledger/currentPageId.ts";
import { deriveJob, type Job } from "./job.ts";

export interface DeliverResultsOptions {
  readonly ledger: Ledger;
  /** What other tabs know the ledger by; undefined where they can't see it. */
  readonly sharedName: string | undefined;
  /** Deliveries in flight, also those of a provider that was mounted before. */
  readonly deliveries: Map<string, Promise<void>>;
  readonly locks: LockManager | undefined;
  /** Whether this tab delivers for all of them. */
  readonly leads: () => boolean;
  readonly onResult: (job: Job) => unknown;
}

const firstRetryMs = 5_000;
const longestRetryMs = 5 * 60_000;

/** An expired result has no images left to give. */
const isDue = (record: Attempt): boolean =>
  isOwed(record) && deriveJob(record, {}).status === "completed";

/**
 * Gives each completed run to the app until its callback resolves: at least once, also after a reload, and once in normal
 * operation. Runs that had ended before the app asked for results are left alone, which their record shows: it has no
 * `delivered`.
 */
export function deliverResults(options: DeliverResultsOptions) {
  const { ledger, sharedName, deliveries, locks, leads, onResult } = options;
  const failures = new Map<string, number>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const joined = new Set<Promise<void>>();
  let stopped = false;

  /** A run with `endedAt` ended before, though an inline image of it is downloaded again. */
  const isNew = (record: Attempt): boolean =>
    record.delivered === undefined &&
    record.endedAt === undefined &&
    !hasEnded(record) &&
    (record.pageId === currentPageId() || leads());

  function scheduleRetry(attemptId: string) {
    const count = (failures.get(attemptId) ?? 0) + 1;
    failures.set(attemptId, count);
    const delayMs = Math.min(firstRetryMs * 2 ** (count - 1), longestRetryMs);
    const again = () => {
      timers.delete(attemptId);
      look();
    };
    if (!stopped) timers.set(attemptId, setTimeout(again, delayMs));
  }

  async function deliver(attemptId: string): Promise<void> {
    const record = ledger.list().find((one) => one.attemptId === attemptId);
    if (stopped || !record || !isDue(record)) return;
    try {
      await onResult(deriveJob(record, {}));
      ledger.update(attemptId, { delivered: true });
    } catch (cause) {
      console.error(
        "Easel: onResult failed and is called again later, or by the next page.",
        cause,
      );
      scheduleRetry(attemptId);
    }
  }

  function start(attemptId: string): Promise<void> {
    if (sharedName === undefined || !locks) return deliver(attemptId);
    // A tab that led before may still wait for the app.
    const turn = `easel-result:${sharedName}:${attemptId}`;
    return locks.request(turn, { mode: "exclusive" }, async () => {
      await ledger.refresh();
      await deliver(attemptId);
    });
  }

  function look(): void {
    if (stopped) return;
    for (const record of ledger.list().filter(isNew)) {
      ledger.update(record.attemptId, { delivered: false });
    }
    if (!leads()) return;
    for (const { attemptId } of ledger.list().filter(isDue)) {
      if (timers.has(attemptId)) continue;
      const before = deliveries.get(attemptId);
      if (before) {
        if (!joined.has(before)) void before.then(look);
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
    /** Call it when a run, or the lead, may have changed. */
    look,
    stop: () => {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
