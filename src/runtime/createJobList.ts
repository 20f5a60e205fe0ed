import { notifyManager, type QueryCacheNotifyEvent, type QueryClient } from "@tanstack/react-query";
import type { Client, HostConfig } from "../client/client.ts";
import { hasPendingJob, type Attempt } from "../ledger/attempt.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import { isSameList } from "../ledger/isSameList.ts";
import type { JobSnapshot } from "../polling/jobSnapshot.ts";
import { easelKeys, pinDefaults } from "./easelKeys.ts";
import { canCancelJobs, clientName } from "./hostQueries.ts";
import { deriveJob, expiresAt, type Job } from "./job.ts";

interface JobListOptions {
  readonly cache: QueryClient;
  readonly client: Client;
  readonly ledger: Ledger;
}

export type JobList = ReturnType<typeof createJobList>;

interface Derived {
  readonly job: Job;
  readonly from: readonly unknown[];
}

/** Returns the fields of a snapshot that affect the derived `Job`. */
const shownOf = ({ state, error, trouble }: Partial<JobSnapshot> = {}) => [state, error, trouble];

const isSameJob = (one: Job, other: Job): boolean =>
  one.status === other.status &&
  one.error === other.error &&
  one.trouble === other.trouble &&
  one.cancelable === other.cancelable;

/** Creates the page's list of jobs. Derives a job again only if its attempt or snapshot has changed. */
export function createJobList({ cache, client, ledger }: JobListOptions) {
  const attemptsKey = easelKeys.attempts(clientName(client));
  const configKey = easelKeys.config(clientName(client));
  pinDefaults(cache);
  const listeners = new Set<() => void>();
  const derived = new WeakMap<Attempt, Derived>();
  /** Snapshots by request ID, kept while there are listeners. Avoids reading the query cache, which hashes keys. */
  const snapshots = new Map<unknown, JobSnapshot | undefined>();
  let jobs: readonly Job[] = [];
  let attempts: readonly Attempt[] = [];
  let unsubscribe = () => {};
  let isStale = true;
  /** Time when the next job expires, in milliseconds since 1970. */
  let validUntil = Infinity;

  function snapshotOf(requestId: string): JobSnapshot | undefined {
    if (!snapshots.has(requestId)) {
      snapshots.set(requestId, cache.getQueryData(easelKeys.status(requestId)));
    }
    return snapshots.get(requestId);
  }

  function derive(attempt: Attempt, host: readonly [boolean, boolean], now: number): Job {
    const [keepsAttempts, canCancel] = host;
    const isPending = hasPendingJob(attempt);
    const snapshot = isPending ? snapshotOf(attempt.requestId) : undefined;
    const from = [...shownOf(snapshot), ...host, now > expiresAt(attempt)];
    const before = derived.get(attempt);
    if (before && isSameList(before.from, from)) return before.job;
    const next = deriveJob(attempt, { snapshot, keepsAttempts, canCancel, now });
    const job = before && isPending && isSameJob(before.job, next) ? before.job : next;
    derived.set(attempt, { job, from });
    return job;
  }

  function list(): readonly Job[] {
    const known = ledger.list();
    // Next.js fails the build if prerendering reads the clock. The list is empty then, so the time isn't needed.
    const now = known.length === 0 ? 0 : Date.now();
    if (known === attempts && !isStale && now < validUntil) return jobs;
    attempts = known;
    // Without listeners, cache events aren't received, so the list may be outdated.
    isStale = listeners.size === 0;
    if (isStale) snapshots.clear();
    const keepsAttempts = cache.getQueryData<boolean>(attemptsKey) ?? false;
    const canCancel = canCancelJobs(client, cache.getQueryData<HostConfig>(configKey));
    const host = [keepsAttempts, canCancel] as const;
    const next = attempts.map((attempt) => derive(attempt, host, now));
    validUntil = Math.min(...attempts.map(expiresAt).filter((time) => time >= now)) + 1;
    if (!isSameList(jobs, next)) jobs = next;
    return jobs;
  }

  const notify = () => {
    for (const listener of listeners) listener();
  };
  const scheduleNotify = notifyManager.batchCalls(notify);

  function handleCacheEvent({ type, query }: QueryCacheNotifyEvent) {
    const [owner, kind, requestId] = query.queryKey as readonly unknown[];
    if (owner !== "easel") return;
    if (kind === "status") {
      const before = shownOf(snapshots.get(requestId));
      const snapshot = type === "removed" ? undefined : (query.state.data as JobSnapshot);
      snapshots.set(requestId, snapshot);
      if (isSameList(before, shownOf(snapshot))) return;
    } else if (kind !== "attempts" && kind !== "config") return;
    isStale = true;
    if (jobs !== list()) scheduleNotify();
  }

  function start() {
    snapshots.clear();
    const unsubscribes = [
      ledger.subscribe(notify),
      cache.getQueryCache().subscribe(handleCacheEvent),
    ];
    unsubscribe = () => {
      for (const one of unsubscribes) one();
      isStale = true;
    };
  }

  return {
    /** Returns the jobs, oldest first. Returns the same array until a job changes, and reuses unchanged jobs. */
    list,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      if (listeners.size === 1) start();
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) unsubscribe();
      };
    },
  };
}
