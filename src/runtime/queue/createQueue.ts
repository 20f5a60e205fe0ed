import { newAttemptId } from "../../ledger/newAttemptId.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import type { Runtime } from "../createRuntime.ts";
import { easelKeys } from "../easelKeys.ts";
import { firstSnapshot } from "../firstSnapshot.ts";
import { submitJob } from "../submit.ts";
import { createQueueEntries } from "./createQueueEntries.ts";
import { createQueueLock } from "./createQueueLock.ts";
import { createSlotWait, type QueueWait } from "./createSlotWait.ts";
import { isEntryError, type QueueEntry, type QueueRecord } from "./queueEntry.ts";

export type NewEntry = Pick<QueueRecord, "modelId" | "latency" | "input">;

export interface QueueState {
  /** Entries in the order in which they're sent. */
  readonly entries: readonly QueueEntry[];
  /**
   * `idle`: nothing is waiting. `running`: this page sends entries. `elsewhere`: another tab sends them. `paused`:
   * entries wait until `resume` is called.
   */
  readonly status: "idle" | "running" | "elsewhere" | "paused";
  /** What a running queue waits for before it sends the next entry. */
  readonly waitsFor: QueueWait | undefined;
  /** Error that paused the queue. */
  readonly pausedBy: EaselError | undefined;
  /** Whether the waiting entries survive a reload. False if the storage is full or blocked. */
  readonly isStored: boolean;
}

export const emptyQueue: QueueState = {
  entries: [],
  status: "idle",
  waitsFor: undefined,
  pausedBy: undefined,
  isStored: true,
};

export type Queue = ReturnType<typeof createQueue>;

const isSendable = ({ status, omitted }: QueueEntry): boolean =>
  status === "waiting" && omitted.length === 0;

const isUnsent = (entry: QueueEntry | undefined): boolean =>
  entry?.status === "waiting" || entry?.status === "refused";

const isUnknown = ({ status }: QueueEntry) => status === "unknown";

export const queueName = (owner: string, scope: string): string =>
  `queue:${owner}:${encodeURIComponent(scope)}`;

/** Creates one user's queue. Entries are stored, and sent one after another while the queue runs in one tab. */
export function createQueue(first: Runtime, scope: string) {
  const { ledger, owner, providers, storage } = first;
  let runtime = first;
  const name = queueName(owner, scope);
  const listeners = new Set<() => void>();
  let pausedBy: EaselError | undefined;
  let state = emptyQueue;
  let close: (() => void) | undefined;

  const entries = createQueueEntries({ storage, name, ledger, onChange: update });
  const lock = createQueueLock({
    name,
    isShared: storage.shared ?? false,
    onChange: update,
    onOthersChange: () => void entries.read(),
  });
  const slots = createSlotWait(() => runtime, update);

  /** Recalculates the state and calls the listeners. */
  function update(): void {
    const list = entries.list();
    const waiting = list.filter(({ status }) => status === "waiting");
    const isRunning = lock.isRunning();
    const stopped = lock.isElsewhere() ? "elsewhere" : "paused";
    state = {
      entries: list,
      status: isRunning ? "running" : waiting.length > 0 ? stopped : "idle",
      waitsFor: isRunning ? slots.waitsFor() : undefined,
      pausedBy,
      isStored: !waiting.some(({ id }) => entries.isMemoryOnly(id)),
    };
    for (const listener of listeners) listener();
  }

  /** Updates this and other tabs after this tab has changed entries. */
  function announce(): void {
    lock.post("changed");
    update();
  }

  function drop(ids: readonly string[]): void {
    entries.remove(ids);
    announce();
  }

  function open(): void {
    if (close) return;
    const closeLock = lock.open();
    const unsubscribe = ledger.subscribe(() => {
      entries.keepOutcomes();
      update();
    });
    close = () => {
      unsubscribe();
      closeLock();
      slots.wake();
      close = undefined;
    };
    void entries.read();
  }

  /** Closes the queue once its components and the provider are unmounted. */
  function closeIfUnused(): void {
    if (listeners.size === 0 && providers.size === 0) close?.();
  }

  function stop(error?: EaselError): void {
    pausedBy = error;
    lock.release();
    slots.wake();
  }

  async function send(id: string, entry: QueueRecord): Promise<void> {
    const { modelId, latency, input } = entry;
    const { client, queryClient } = runtime;
    if (entry.isRetry) await entries.put(id, { ...entry, isRetry: undefined, error: undefined });
    try {
      await submitJob({
        client,
        ledger,
        modelId,
        latency,
        scope,
        input,
        attemptId: id,
        isPresent: () => providers.size > 0,
        // Without a first snapshot, the job would be polled immediately.
        onAccepted: ({ requestId, state: accepted }) =>
          void queryClient.setQueryData(
            easelKeys.status(requestId),
            firstSnapshot(requestId, accepted),
          ),
      });
    } catch (cause) {
      await handleError(id, EaselError.is(cause) ? cause : new EaselError("internal", { cause }));
    }
  }

  async function handleError(id: string, error: EaselError): Promise<void> {
    const attempt = ledger.list().find(({ attemptId }) => attemptId === id);
    const entry = entries.stored(id);
    // `run` stops the queue.
    if (attempt?.submit === "unknown") return;
    // The user deleted the generation before it was sent.
    if (!attempt) drop([id]);
    else if (entry) {
      if (isEntryError(error)) await entries.put(id, { ...entry, error });
      else if (error.code === "rate_limited") slots.limit(error.retryAt);
      else stop(error);
      // The queue offers to send the entry again. A failed job would offer the same with a second attempt.
      ledger.remove(id);
    }
  }

  /** Sends waiting entries until none are left, the queue is paused, or the page closes. */
  async function run(isCurrent: () => boolean): Promise<void> {
    ledger.list();
    await ledger.refresh();
    await entries.read();
    const known = new Set(
      entries
        .list()
        .filter(isUnknown)
        .map(({ id }) => id),
    );
    while (isCurrent() && providers.size > 0) {
      const list = entries.list();
      if (list.some((one) => isUnknown(one) && !known.has(one.id))) {
        return stop(new EaselError("submit_unknown"));
      }
      if (!list.some(isSendable)) return;
      // oxlint-disable-next-line eslint/no-await-in-loop -- entries are sent one after another
      if (!(await slots.isFree())) continue;
      // Another tab may have removed entries.
      // oxlint-disable-next-line eslint/no-await-in-loop -- entries are sent one after another
      await entries.read();
      const next = entries.list().find(isSendable);
      const entry = next && entries.stored(next.id);
      // oxlint-disable-next-line eslint/no-await-in-loop -- entries are sent one after another
      if (entry && isCurrent()) await send(next.id, entry);
      lock.post("changed");
    }
  }

  function resume(): void {
    pausedBy = undefined;
    lock.acquire(run);
  }

  return {
    /** Uses another runtime of the same user, because a remounted provider may have a new query client. */
    use: (next: Runtime) => void (runtime = next),
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      open();
      return () => {
        listeners.delete(listener);
        queueMicrotask(closeIfUnused);
      };
    },
    /** Adds entries without starting the queue. Entries of an earlier, completely sent batch are cleared. */
    add: async (added: readonly NewEntry[]): Promise<void> => {
      open();
      await entries.read();
      const old = entries.list();
      if (old.every(({ status }) => status === "sent")) entries.remove(old.map(({ id }) => id));
      const start = entries.nextPosition();
      const writes = added.map((entry, index) =>
        entries.put(newAttemptId(), { ...entry, position: start + index }),
      );
      update();
      await Promise.all(writes);
      announce();
    },
    resume,
    /** Stops sending in this or another tab. An entry that is being sent isn't stopped. */
    pause: () => {
      if (lock.isElsewhere()) lock.post("stop");
      stop();
    },
    /** Marks a refused entry as waiting, and resumes the queue. */
    retry: async (id: string): Promise<void> => {
      const entry = entries.stored(id);
      if (!entry || !isUnsent(entries.find(id))) return;
      await entries.put(id, { ...entry, isRetry: true });
      resume();
    },
    /** Replaces an unsent entry's input. The changed entry gets a new ID, because the old ID stands for the old input. */
    edit: async (id: string, input: QueueRecord["input"]): Promise<void> => {
      const entry = entries.stored(id);
      if (!entry || !isUnsent(entries.find(id))) return;
      const { modelId, latency, position } = entry;
      entries.remove([id]);
      await entries.put(newAttemptId(), { modelId, latency, input, position });
      announce();
    },
    /** Removes an entry from the queue, unless it is being sent. The job of a sent entry continues. */
    remove: (id: string): void => {
      if (entries.find(id)?.status !== "sending") drop([id]);
    },
    /** Removes all entries that aren't being sent. */
    clear: (): void =>
      drop(entries.list().flatMap(({ id, status }) => (status === "sending" ? [] : [id]))),
  };
}
