import type { Runtime } from "../createRuntime.ts";
import { hostConfigOptions } from "../hostQueries.ts";
import { countPending, limitedUntil } from "../jobLimits.ts";

export interface QueueWait {
  readonly reason: "offline" | "rate-limited" | "jobs-at-once";
  /** Time at which the reason stops applying, in milliseconds since 1970. */
  readonly until?: number | undefined;
}

/** Number of pending jobs at which the queue waits, if the host has no limit. Makes it possible to stop a batch. */
const defaultJobsAtOnce = 4;

/** Delay after a `rate_limited` error that has no time. */
const defaultRetryMs = 10_000;

/** Tells when the host accepts another job. */
export function createSlotWait(getRuntime: () => Runtime, onChange: () => void) {
  let limitedTo = 0;
  let current: QueueWait | undefined;
  let wake = () => {};

  async function findWait(): Promise<QueueWait | undefined> {
    if (!navigator.onLine) return { reason: "offline" };
    const { client, jobs, queryClient } = getRuntime();
    const config = await queryClient
      .fetchQuery(hostConfigOptions({ client, enabled: true }))
      .catch(() => undefined);
    const until = Math.max(limitedTo, limitedUntil(jobs.list()));
    if (until > Date.now()) return { reason: "rate-limited", until };
    const most = config?.limits.jobsAtOnce ?? defaultJobsAtOnce;
    return countPending(jobs.list()) >= most ? { reason: "jobs-at-once" } : undefined;
  }

  /** Waits until a job changes, the browser is online again, or the time has come. */
  function untilChange({ until }: QueueWait): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        unsubscribe();
        window.removeEventListener("online", done);
        resolve();
      };
      wake = done;
      const timer =
        until === undefined
          ? undefined
          : setTimeout(done, Math.min(until - Date.now(), 2 ** 31 - 1));
      const unsubscribe = getRuntime().jobs.subscribe(done);
      window.addEventListener("online", done);
    });
  }

  return {
    waitsFor: () => current,
    /** Ends a wait early. */
    wake: () => wake(),
    /** Delays the next entry after a `rate_limited` error. */
    limit: (until: number | undefined) => {
      limitedTo = until ?? Date.now() + defaultRetryMs;
    },
    /** Returns whether an entry can be sent now. If not, waits for a change first. */
    isFree: async (): Promise<boolean> => {
      const wait = await findWait();
      if (wait?.reason !== current?.reason || wait?.until !== current?.until) {
        current = wait;
        onChange();
      }
      if (wait) await untilChange(wait);
      return !wait;
    },
  };
}
