import { notifyManager, type QueryCacheNotifyEvent, type QueryClient } from "@tanstack/react-query";
import type { Client } from "../client/client.ts";
import { hasPendingJob, type Attempt } from "../ledger/attempt.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import type { JobSnapshot } from "../polling/jobSnapshot.ts";
import { easelKeys, pinDefaults } from "./easelKeys.ts";
import { clientName } from "./hostQueries.ts";
import { deriveJob, expiresAt, type Job, type ShownSnapshot } from "./job.ts";

export interface JobListOptions {
  readonly cache: QueryClient;
  readonly client: Client;
  readonly ledger: Ledger;
}

/** Every run of the ledger with what the looks have found, for all who draw them. */
export interface JobList {
  /** Oldest first. The same array until something is to be drawn anew, and in it the same job until it changes. */
  readonly list: () => readonly Job[];
  readonly subscribe: (listener: () => void) => () => void;
}

interface Derived {
  readonly job: Job;
  readonly watch: ShownSnapshot | undefined;
  readonly keepsAttempts: boolean;
  readonly isExpired: boolean;
}

/** What is drawn of a look: one that brings no news draws nothing again. */
const isSameLook = (one: ShownSnapshot | undefined, other: ShownSnapshot | undefined): boolean =>
  one?.state === other?.state && one?.error === other?.error && one?.trouble === other?.trouble;

const isSameJob = (one: Job, other: Job): boolean =>
  one.status === other.status && one.error === other.error && one.trouble === other.trouble;

const isSameList = (one: readonly Job[], other: readonly Job[]): boolean =>
  one.length === other.length && one.every((job, index) => job === other[index]);

/**
 * Puts the ledger's records and the looks at them together once for a whole page: of hundreds of runs only the one that
 * has changed is made anew.
 */
export function createJobList({ cache, client, ledger }: JobListOptions): JobList {
  const attemptsKey = easelKeys.attempts(clientName(client));
  pinDefaults(cache);
  const listeners = new Set<() => void>();
  const derived = new WeakMap<Attempt, Derived>();
  /** By request id, as long as somebody listens. */
  const looks = new Map<string, ShownSnapshot | undefined>();
  let jobs: readonly Job[] = [];
  let records: readonly Attempt[] = [];
  let leave = () => {};
  let isStale = true;
  /** When time alone will have changed one of them. */
  let validUntil = Infinity;

  function lookAt(requestId: string): ShownSnapshot | undefined {
    if (looks.has(requestId)) return looks.get(requestId);
    const look = cache.getQueryData<JobSnapshot>(easelKeys.status(requestId));
    if (listeners.size > 0) looks.set(requestId, look);
    return look;
  }

  function derive(record: Attempt, keepsAttempts: boolean, now: number): Job {
    const watch = hasPendingJob(record) ? lookAt(record.requestId) : undefined;
    const isExpired = now > expiresAt(record);
    const before = derived.get(record);
    if (
      before?.isExpired === isExpired &&
      before.keepsAttempts === keepsAttempts &&
      isSameLook(before.watch, watch)
    ) {
      return before.job;
    }
    const made = deriveJob(record, { watch, keepsAttempts, now });
    const job = before && hasPendingJob(record) && isSameJob(before.job, made) ? before.job : made;
    derived.set(record, { job, watch, keepsAttempts, isExpired });
    return job;
  }

  function list(): readonly Job[] {
    const now = Date.now();
    const known = ledger.list();
    if (known === records && !isStale && now < validUntil) return jobs;
    records = known;
    // Nobody tells of changes as long as nobody listens.
    isStale = listeners.size === 0;
    const keepsAttempts = cache.getQueryData<boolean>(attemptsKey) ?? false;
    const next = records.map((record) => derive(record, keepsAttempts, now));
    const times = records.map(expiresAt).filter((time) => time >= now);
    validUntil = times.reduce((first, time) => Math.min(first, time + 1), Infinity);
    if (!isSameList(jobs, next)) jobs = next;
    return jobs;
  }

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const tellLater = notifyManager.batchCalls(tell);

  function hear({ type, query }: QueryCacheNotifyEvent) {
    const [owner, kind, id] = query.queryKey as readonly unknown[];
    if (owner !== "easel") return;
    if (kind === "status") {
      const look = type === "removed" ? undefined : (query.state.data as JobSnapshot | undefined);
      const isNews = !isSameLook(looks.get(String(id)), look);
      looks.set(String(id), look);
      if (!isNews) return;
    } else if (kind !== "attempts") {
      return;
    }
    isStale = true;
    const before = jobs;
    if (list() !== before) tellLater();
  }

  function listen() {
    isStale = true;
    const ends = [ledger.subscribe(tell), cache.getQueryCache().subscribe(hear)];
    leave = () => {
      for (const end of ends) end();
      looks.clear();
      isStale = true;
    };
  }

  return {
    list,
    subscribe: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1) listen();
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) leave();
      };
    },
  };
}
