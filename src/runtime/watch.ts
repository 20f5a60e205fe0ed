import { hasEnded, hasPendingJob, type Attempt, type PendingAttempt } from "../ledger/attempt.ts";
import type { LedgerChange } from "../ledger/createLedger.ts";
import { createPollMemory } from "../ledger/createPollMemory.ts";
import { currentPageId } from "../ledger/currentPageId.ts";
import type { JobSnapshot } from "../polling/jobSnapshot.ts";
import { learn } from "../polling/learn.ts";
import { learnedTimes } from "../polling/learnedTimes.ts";
import type { PollHistory } from "../polling/pollHistory.ts";
import type { Runtime } from "./createRuntime.ts";
import { deliverResults } from "./deliverResults.ts";
import { easelKeys, pinDefaults } from "./easelKeys.ts";
import { seedJobStatus } from "./easelKeys.ts";
import type { Job } from "./job.ts";
import { createJobReports } from "./reportJobs.ts";
import { createTabLeader } from "./tabs/createTabLeader.ts";
import { onResume } from "./tabs/onResume.ts";
import { resolveOrphans } from "./tabs/resolveOrphans.ts";
import { readTabMessage, writeTabMessage, type TabMessage } from "./tabs/tabMessage.ts";
import { watchJob, type JobWatcher } from "./watchJob.ts";

export interface WatchOptions {
  /** Changes of the ledger since the page has been waiting for this code. */
  readonly missed: readonly LedgerChange[];
  /** Takes the result of each job that completes. */
  readonly onResult: ((job: Job) => unknown) | undefined;
}

/** Looks of so long a time go to the other tabs together: a page with hundreds of jobs has one every few milliseconds. */
const gatherMs = 100;

/**
 * Watches every pending job of the ledger, and submits nothing. Of several tabs the visible one polls for all and shares what
 * it finds. Returns a function that stops it.
 */
export function watch(runtime: Runtime, { missed, onResult }: WatchOptions): () => void {
  const { queryClient: cache, client, ledger, sharedName, watching } = runtime;
  const memory = (watching.memory ??= createPollMemory({
    storage: runtime.storage,
    name: runtime.owner,
  }));
  const locks = globalThis.navigator?.locks;
  pinDefaults(cache);
  const watchers = new Map<string, JobWatcher>();
  let stopped = false;

  const tabs = createTabLeader({
    name: sharedName,
    locks,
    onChange: () => follow(),
    onMessage: (text) => receive(readTabMessage(text)),
  });
  const reports = createJobReports(runtime.report);
  const results =
    onResult && deliverResults({ ...runtime, ...watching, locks, leads: tabs.leads, onResult });
  const orphans = resolveOrphans({ ledger, locks, leads: tabs.leads });
  const post = (message: TabMessage) => {
    if (sharedName !== undefined) tabs.post(writeTabMessage(message));
  };
  const gathered = new Map<string, JobSnapshot>();
  let sending: ReturnType<typeof setTimeout> | undefined;

  function sendLooks() {
    clearTimeout(sending);
    sending = undefined;
    post({ watches: [...gathered.values()] });
    gathered.clear();
  }

  function postLook(snapshot: JobSnapshot) {
    if (sharedName === undefined) return;
    gathered.set(snapshot.requestId, snapshot);
    sending ??= setTimeout(sendLooks, gatherMs);
  }

  function learnFrom({ modelId }: Attempt, { observations, metrics }: JobSnapshot) {
    memory.update(modelId, (history) => learn(history, observations, metrics));
    post({ learned: { modelId, history: memory.recall(modelId) } });
  }

  function receive({ watches = [], change, learned, hello }: TabMessage) {
    for (const look of tabs.leads() ? [] : watches) {
      cache.setQueryData(easelKeys.status(look.requestId), look);
    }
    if (change) {
      if (change.record && hasPendingJob(change.record)) expectJob(change.record);
      ledger.receive(change);
    }
    if (learned) memory.receive(learned.modelId, learned.history);
    if (hello && tabs.leads()) postLooks();
  }

  /** A job that another tab has just submitted: the first look at it waits for its time here too. */
  function expectJob({ requestId }: PendingAttempt) {
    const isKnown = cache.getQueryData(easelKeys.status(requestId)) !== undefined;
    if (!isKnown) seedJobStatus(cache, requestId, "queued");
  }

  function postLooks() {
    for (const { requestId } of ledger.list().filter(hasPendingJob)) {
      const look = cache.getQueryData<JobSnapshot>(easelKeys.status(requestId));
      if (look) postLook(look);
    }
    sendLooks();
  }

  /** The page that began a run knows whether somebody was there to see how it ended, and whether it was to be seen. */
  function noteSeen() {
    const isLookedAt = document.visibilityState === "visible";
    for (const record of ledger.list()) {
      const isNews =
        record.pageId === currentPageId() && record.seen === undefined && hasEnded(record);
      const seen = isLookedAt && runtime.scopes.has(record.scope);
      if (isNews) ledger.update(record.attemptId, { seen });
    }
  }

  /** Watches what is to be watched by this tab, and nothing else. */
  function follow() {
    if (stopped) return;
    noteSeen();
    results?.look();
    const due = new Map(
      (tabs.leads() ? ledger.list() : [])
        .filter(hasPendingJob)
        .filter(({ detached }) => !detached)
        .map((record) => [record.attemptId, record] as const),
    );
    for (const [attemptId, watcher] of watchers) {
      if (due.has(attemptId)) continue;
      watchers.delete(attemptId);
      watcher.stop();
    }
    for (const [attemptId, record] of due) {
      if (watchers.has(attemptId)) continue;
      reports.noteResumed(record);
      // As it stands when the job is first planned for: of runs that began together the quick ones end first, and say
      // nothing of those that are left.
      let known: PollHistory | undefined;
      const watcher = watchJob({
        cache,
        client,
        ledger,
        record,
        history: () => (known ??= memory.recall(record.modelId)),
        onLook: (snapshot) => {
          postLook(snapshot);
          reports.noteLook(record, snapshot);
        },
        onEnd: (snapshot) => learnFrom(record, snapshot),
      });
      watchers.set(attemptId, watcher);
      // The one that looked before may have gone a while ago.
      watcher.wake();
    }
    orphans.look();
  }

  /** Stores how long such jobs usually take, as it is known when the attempt is submitted. */
  function noteUsual({ attemptId, modelId }: Attempt) {
    const usual = learnedTimes(memory.recall(modelId));
    if (usual) ledger.update(attemptId, { usual });
  }

  function noteChange(change: LedgerChange) {
    const { record, changed } = change;
    post({ change });
    reports.noteChange(change);
    if (record?.submit === "sent" && record.pageId === currentPageId() && !changed)
      noteUsual(record);
  }

  for (const change of missed) noteChange(change);

  const leave = [
    ledger.subscribe((change?: LedgerChange) => {
      if (change) noteChange(change);
      follow();
    }),
    onResume((why) => {
      void ledger.refresh();
      if (why === "visible") tabs.take();
      for (const watcher of watchers.values()) watcher.wake(why);
    }),
  ];
  if (document.visibilityState === "visible") tabs.take();
  post({ hello: true });
  void ledger.refresh();
  follow();

  return () => {
    stopped = true;
    clearTimeout(sending);
    orphans.stop();
    results?.stop();
    for (const end of leave) end();
    for (const watcher of watchers.values()) watcher.stop();
    watchers.clear();
    tabs.stop();
  };
}
