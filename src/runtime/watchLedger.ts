import type { QueryClient } from "@tanstack/react-query";
import type { Client } from "../client/client.ts";
import type { Ledger, LedgerChange } from "../ledger/createLedger.ts";
import type { PollMemory } from "../ledger/createPollMemory.ts";
import {
  hasEnded,
  isUnfinished,
  type JobRecord,
  type UnfinishedRecord,
} from "../ledger/jobRecord.ts";
import { thisPage } from "../ledger/thisPage.ts";
import type { JobWatch } from "../polling/jobWatch.ts";
import { learn } from "../polling/learn.ts";
import type { PollHistory } from "../polling/pollHistory.ts";
import { deliverResults } from "./deliverResults.ts";
import { isDrawn } from "./drawnScopes.ts";
import { easelKeys, pinDefaults } from "./easelKeys.ts";
import { seedJobStatus } from "./easelKeys.ts";
import type { Job } from "./job.ts";
import type { Reporter } from "./report.ts";
import { createRunReports } from "./reportRuns.ts";
import { createLead } from "./tabs/createLead.ts";
import { onWake } from "./tabs/onWake.ts";
import { readTabMessage, writeTabMessage, type TabMessage } from "./tabs/tabMessage.ts";
import { watchOrphans } from "./tabs/watchOrphans.ts";
import { watchJob, type JobWatcher } from "./watchJob.ts";

export interface WatchLedgerOptions {
  readonly cache: QueryClient;
  readonly client: Client;
  readonly ledger: Ledger;
  readonly memory: PollMemory;
  /** What other tabs know this ledger by; undefined where they can't see it. */
  readonly sharedName: string | undefined;
  readonly report: Reporter;
  /** Takes the result of each run that completes. */
  readonly onResult: ((job: Job) => unknown) | undefined;
  /** @default navigator.locks */
  readonly locks?: LockManager | undefined;
}

/** Looks of so long a time go to the other tabs together: a page with hundreds of jobs has one every few milliseconds. */
const gatherMs = 100;

/**
 * Takes up every job of the ledger that has not ended, and starts nothing. Of several tabs one looks for all, the one
 * that is looked at; it hands on what it finds. Returns the way out.
 */
export function watchLedger(options: WatchLedgerOptions): () => void {
  const {
    cache,
    client,
    ledger,
    memory,
    sharedName,
    onResult,
    locks = globalThis.navigator?.locks,
  } = options;
  pinDefaults(cache);
  const watchers = new Map<string, JobWatcher>();
  let stopped = false;

  const tabs = createLead({
    name: sharedName,
    locks,
    onChange: () => follow(),
    onMessage: (text) => receive(readTabMessage(text)),
  });
  const reports = createRunReports(options.report);
  const results =
    onResult && deliverResults({ ledger, name: sharedName, locks, leads: tabs.leads, onResult });
  const orphans = watchOrphans({ ledger, locks, leads: tabs.leads });
  const post = (message: TabMessage) => {
    if (sharedName !== undefined) tabs.post(writeTabMessage(message));
  };
  const gathered = new Map<string, JobWatch>();
  let sending: ReturnType<typeof setTimeout> | undefined;

  function sendLooks() {
    clearTimeout(sending);
    sending = undefined;
    post({ watches: [...gathered.values()] });
    gathered.clear();
  }

  function postLook(watch: JobWatch) {
    if (sharedName === undefined) return;
    gathered.set(watch.requestId, watch);
    sending ??= setTimeout(sendLooks, gatherMs);
  }

  function learnFrom({ modelId }: JobRecord, { looks, metrics }: JobWatch) {
    memory.update(modelId, (history) => learn(history, looks, metrics));
    post({ learned: { modelId, history: memory.recall(modelId) } });
  }

  function receive({ watches = [], change, learned, hello }: TabMessage) {
    for (const look of tabs.leads() ? [] : watches) {
      cache.setQueryData(easelKeys.status(look.requestId), look);
    }
    if (change) {
      if (change.record && isUnfinished(change.record)) expectJob(change.record);
      ledger.receive(change);
    }
    if (learned) memory.receive(learned.modelId, learned.history);
    if (hello && tabs.leads()) postLooks();
  }

  /** A job that another tab has just submitted: the first look at it waits for its time here too. */
  function expectJob({ requestId }: UnfinishedRecord) {
    const isKnown = cache.getQueryData(easelKeys.status(requestId)) !== undefined;
    if (!isKnown) seedJobStatus(cache, requestId, "queued");
  }

  function postLooks() {
    for (const { requestId } of ledger.list().filter(isUnfinished)) {
      const look = cache.getQueryData<JobWatch>(easelKeys.status(requestId));
      if (look) postLook(look);
    }
    sendLooks();
  }

  /** The page that began a run knows whether somebody was there to see how it ended, and whether it was to be seen. */
  function noteSeen() {
    const isLookedAt = document.visibilityState === "visible";
    for (const record of ledger.list()) {
      const isNews = record.pageId === thisPage() && record.seen === undefined && hasEnded(record);
      const seen = isLookedAt && isDrawn(ledger, record.scope);
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
        .filter(isUnfinished)
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
        onLook: (watch) => {
          postLook(watch);
          reports.noteLook(record, watch);
        },
        onEnd: (watch) => learnFrom(record, watch),
      });
      watchers.set(attemptId, watcher);
      // The one that looked before may have gone a while ago.
      watcher.wake();
    }
    orphans.look();
  }

  const leave = [
    ledger.subscribe((change?: LedgerChange) => {
      if (change) {
        post({ change });
        reports.noteChange(change);
      }
      follow();
    }),
    onWake((why) => {
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
