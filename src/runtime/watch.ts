import {
  hasPendingJob,
  isFinalAttempt,
  type Attempt,
  type PendingAttempt,
} from "../ledger/attempt.ts";
import type { LedgerChange } from "../ledger/createLedger.ts";
import { createPollMemory } from "../ledger/createPollMemory.ts";
import { currentPageId } from "../ledger/currentPageId.ts";
import { receiveChange } from "../ledger/receiveChange.ts";
import type { JobSnapshot } from "../polling/jobSnapshot.ts";
import { learn } from "../polling/learn.ts";
import { learnedTimes } from "../polling/learnedTimes.ts";
import type { PollHistory } from "../polling/pollHistory.ts";
import { historyKey, scaleLatency } from "../polling/scaleLatency.ts";
import { isFinalState } from "../protocol/jobState.ts";
import { cancelJob, clearStaleCancel } from "./cancelJob.ts";
import { checkJob } from "./checkJob.ts";
import type { Runtime } from "./createRuntime.ts";
import { deliverResults } from "./deliverResults.ts";
import { easelKeys } from "./easelKeys.ts";
import { firstSnapshot } from "./firstSnapshot.ts";
import type { Job } from "./job.ts";
import { createJobReports } from "./reportJobs.ts";
import { createTabLeader } from "./tabs/createTabLeader.ts";
import { onResume } from "./tabs/onResume.ts";
import { resolveOrphans } from "./tabs/resolveOrphans.ts";
import { readTabMessage, writeTabMessage, type TabMessage } from "./tabs/tabMessage.ts";
import { watchJob, type JobWatcher } from "./watchJob.ts";

export interface WatchOptions {
  readonly missed: readonly LedgerChange[];
  readonly onResult: ((job: Job) => unknown) | undefined;
}

/** Interval at which batches of snapshots are sent to other tabs, in milliseconds. */
const batchMs = 100;

/**
 * Watches pending jobs. Returns a function that stops watching. One tab, usually the visible one, polls for all tabs.
 */
export function watch(runtime: Runtime, { missed, onResult }: WatchOptions): () => void {
  const { queryClient: cache, client, ledger, storage, owner, watching } = runtime;
  const sharedName = storage.shared ? owner : undefined;
  const memory = (watching.memory ??= createPollMemory({ storage, name: owner }));
  const locks = globalThis.navigator?.locks;
  const watchers = new Map<string, JobWatcher>();
  let stopped = false;

  const tabs = createTabLeader({
    name: sharedName,
    locks,
    onChange: () => update(),
    onMessage: (text) => receive(readTabMessage(text)),
  });
  const { isLeader } = tabs;
  const reports = createJobReports(runtime.report);
  const results =
    onResult && deliverResults({ ...runtime, ...watching, sharedName, locks, isLeader, onResult });
  const orphans = resolveOrphans({ ledger, locks, isLeader });
  const post = (message: TabMessage) => {
    if (sharedName !== undefined) tabs.post(writeTabMessage(message));
  };
  const batch = new Map<string, JobSnapshot>();
  let batchTimer: ReturnType<typeof setTimeout> | undefined;

  function postBatch() {
    clearTimeout(batchTimer);
    batchTimer = undefined;
    post({ snapshots: [...batch.values()] });
    batch.clear();
  }

  function postSnapshot(snapshot: JobSnapshot) {
    if (sharedName === undefined) return;
    batch.set(snapshot.requestId, snapshot);
    batchTimer ??= setTimeout(postBatch, batchMs);
  }

  function learnFrom(attempt: Attempt, { observations, metrics }: JobSnapshot) {
    const modelId = historyKey(attempt);
    memory.update(modelId, (history) => learn(history, observations, metrics));
    post({ learned: { modelId, history: memory.recall(modelId) } });
  }

  function receive({ snapshots = [], change, learned, hello }: TabMessage) {
    for (const snapshot of isLeader() ? [] : snapshots) {
      cache.setQueryData(easelKeys.status(snapshot.requestId), snapshot);
    }
    if (change) {
      if (change.attempt && hasPendingJob(change.attempt)) seed(change.attempt);
      receiveChange(ledger, change);
    }
    if (learned) memory.receive(learned.modelId, learned.history);
    if (hello && isLeader()) postSnapshots();
  }

  /** Sets a first snapshot for another tab's job. Without a snapshot, the job would be polled immediately. */
  function seed({ requestId }: PendingAttempt) {
    cache.setQueryData<JobSnapshot>(easelKeys.status(requestId), (known) =>
      known ? undefined : firstSnapshot(requestId),
    );
  }

  function postSnapshots() {
    for (const { requestId } of ledger.list().filter(hasPendingJob)) {
      const snapshot = cache.getQueryData<JobSnapshot>(easelKeys.status(requestId));
      if (snapshot) postSnapshot(snapshot);
    }
    postBatch();
  }

  /** For each of this page's jobs that have ended, stores whether the job's form was visible. */
  function markSeen() {
    const isVisible = document.visibilityState === "visible";
    for (const attempt of ledger.list()) {
      const isNew =
        attempt.pageId === currentPageId() && attempt.seen === undefined && isFinalAttempt(attempt);
      const seen = isVisible && [...runtime.forms].some(({ scope }) => scope === attempt.scope);
      if (isNew) ledger.update(attempt.attemptId, { seen });
    }
  }

  function update() {
    if (stopped) return;
    markSeen();
    results?.deliverDue();
    const pending = isLeader() ? ledger.list().filter(hasPendingJob) : [];
    const due = pending.filter(({ detached }) => !detached);
    const dueIds = new Set(due.map(({ attemptId }) => attemptId));
    for (const [attemptId, watcher] of watchers) {
      if (dueIds.has(attemptId)) continue;
      watchers.delete(attemptId);
      watcher.stop();
    }
    for (const attempt of due) {
      if (watchers.has(attempt.attemptId)) continue;
      reports.reportResumed(attempt);
      // The history is read once per job. Otherwise, the fastest of several simultaneous jobs would skew the estimates.
      let known: PollHistory | undefined;
      const watcher = watchJob({
        cache,
        client,
        ledger,
        attempt,
        history: () => (known ??= memory.recall(historyKey(attempt))),
        onSnapshot: (snapshot) => {
          postSnapshot(snapshot);
          reports.reportSnapshot(attempt, snapshot);
          if (!isFinalState(snapshot.state)) clearStaleCancel(ledger, attempt.attemptId);
        },
        onEnd: (snapshot) => learnFrom(attempt, snapshot),
      });
      watchers.set(attempt.attemptId, watcher);
      // The former leader's last snapshot may be out of date.
      watcher.resume();
    }
    orphans.check();
  }

  function storeUsual(attempt: Attempt) {
    const usual = learnedTimes(memory.recall(historyKey(attempt))) ?? scaleLatency(attempt);
    if (usual) ledger.update(attempt.attemptId, { usual });
  }

  function handleChange(change: LedgerChange) {
    const { attempt, changed } = change;
    post({ change });
    reports.reportChange(change);
    const isOwnSubmit = attempt?.submit === "sent" && attempt.pageId === currentPageId();
    if (isOwnSubmit && !changed) storeUsual(attempt);
  }

  for (const change of missed) handleChange(change);

  const unsubscribes = [
    ledger.subscribe((change?: LedgerChange) => {
      if (change) handleChange(change);
      update();
    }),
    onResume((reason) => {
      void ledger.refresh();
      if (reason === "visible") tabs.claim();
      for (const watcher of watchers.values()) watcher.resume(reason);
    }),
  ];
  if (document.visibilityState === "visible") tabs.claim();
  post({ hello: true });
  void ledger.refresh();
  update();

  return () => {
    stopped = true;
    clearTimeout(batchTimer);
    orphans.stop();
    results?.stop();
    for (const unsubscribe of unsubscribes) unsubscribe();
    for (const watcher of watchers.values()) watcher.stop();
    watchers.clear();
    tabs.stop();
  };
}

export const cancel = cancelJob;

export function check(runtime: Runtime, attemptId: string): Promise<void> {
  const isPresent = () => runtime.providers.size > 0;
  return checkJob({ ...runtime, attemptId, isPresent });
}
