import * as z from "zod/v4-mini";
import { isAmount } from "../../protocol/isAmount.ts";
import { isFinalState, type JobEndState } from "../../protocol/jobState.ts";
import type { BackendJob } from "../backends/backend.ts";
import type { HandlerCore, HookCalls } from "../core/createCore.ts";
import { OwnError } from "../events/ownError.ts";
import type { EndedJob } from "../options/hookEvents.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import { acquireLease, type Lease } from "../stores/acquireLease.ts";
import { parseStoreEntry } from "../stores/parseStoreEntry.ts";
import { swapEntry } from "../stores/swapEntry.ts";
import { pause } from "../timing/pause.ts";
import { settlesWithin } from "../timing/settlesWithin.ts";
import { failureOf } from "./createJobEntries.ts";
import type { SubmitRecord, SubmitRecords } from "./createSubmitRecords.ts";

/** Pauses between `onJobEnd` calls. They add up to 36 minutes, because results are guaranteed for only one hour. */
export const retryPausesMs: readonly number[] = [1_000, 10_000, 60_000, 300_000, 1_800_000];
const maxTries = retryPausesMs.length + 1;

const leaseMs = 300_000;
/** Margin for late timers. A call that never settles must time out before the lease expires. */
const marginMs = 10_000;

/** Progress of `onJobEnd`. `tries` increases before each call, so that a call that crashes the process also counts. */
const entrySchema = z.object({
  v: z.literal(1),
  state: z.enum(["pending", "done", "abandoned"]),
  tries: z.custom<number>(isAmount),
});

type EndEntry = z.output<typeof entrySchema>;

type ReadResult = () => Promise<BackendJob>;

function parseEntry(text: string | undefined): EndEntry {
  const absent: EndEntry = { v: 1, state: "pending", tries: 0 };
  // Earlier versions stored this text instead of JSON.
  if (text === "done") return { ...absent, state: "done" };
  return parseStoreEntry(entrySchema, text) ?? absent;
}

const endStates: Partial<Record<string, JobEndState>> = {
  run_canceled: "canceled",
  run_expired: "expired",
};

function endedJob(
  { id, requestId, userId, modelId }: TicketedJob,
  record: BackendJob,
  submitted: Partial<SubmitRecord>,
): EndedJob {
  const { cost, remainingCredits } = record.metrics ?? {};
  const error = failureOf(record);
  return {
    id,
    requestId,
    user: submitted.user ?? { userId },
    modelId,
    state: error ? (endStates[error.code] ?? "failed") : "completed",
    input: submitted.input,
    omitted: submitted.omitted ?? [],
    images: error ? [] : (record.images ?? []),
    charged: error && !cost ? error.charged : "yes",
    ...(record.text === undefined ? {} : { text: record.text }),
    ...(cost === undefined ? {} : { cost }),
    ...(remainingCredits === undefined ? {} : { remainingCredits }),
    ...(error ? { error } : {}),
  };
}

/** Creates a function that calls `onJobEnd` once per job across all processes, and reports and retries failed calls. */
export function createEndReporter(
  core: HookCalls & Pick<HandlerCore, "store" | "ticketLifeMs">,
  submitRecords: SubmitRecords,
) {
  const { background, hooks, report, store, ticketLifeMs } = core;
  const keyOf = ({ requestId }: TicketedJob): string => `ended:${requestId}`;

  const write = (job: TicketedJob, previous: string | undefined, entry: EndEntry) =>
    swapEntry(store, keyOf(job), previous, JSON.stringify(entry), ticketLifeMs);

  async function callHook(job: TicketedJob, record: BackendJob): Promise<boolean> {
    const ended = endedJob(job, record, await submitRecords.read(job));
    try {
      const call = async (): Promise<void> => hooks.onJobEnd?.(ended);
      if (await settlesWithin(call(), leaseMs - marginMs)) return true;
      throw new OwnError(
        `onJobEnd didn't settle within ${(leaseMs - marginMs) / 1_000} seconds, so the call counts as failed and is retried. Return sooner, or pass the work to a queue.`,
      );
    } catch (cause) {
      report({ type: "error", where: "onJobEnd", cause });
      return false;
    }
  }

  async function abandon(job: TicketedJob, previous: string | undefined, tries: number) {
    if (!(await write(job, previous, { v: 1, state: "abandoned", tries }))) return;
    const { id, modelId: model, mark } = job;
    report({ type: "abandoned", hook: "onJobEnd", id, model, tries, job: mark });
  }

  /**
   * Calls `onJobEnd` if the job has ended and its result can be read. Returns the number of failed calls so far, or
   * undefined if no further call is needed.
   */
  async function tryOnce(
    job: TicketedJob,
    previous: string | undefined,
    readEnd: ReadResult,
  ): Promise<number | undefined> {
    const { state, tries } = parseEntry(previous);
    if (state !== "pending") return undefined;
    if (tries >= maxTries) {
      await abandon(job, previous, tries);
      return undefined;
    }
    const record = await readEnd().catch(() => undefined);
    if (!record || !isFinalState(record.state)) return tries;
    const next: EndEntry = { v: 1, state: "pending", tries: tries + 1 };
    if (!(await write(job, previous, next))) return undefined;
    const written = JSON.stringify(next);
    if (await callHook(job, record)) {
      await write(job, written, { ...next, state: "done" });
      return undefined;
    }
    if (next.tries < maxTries) return next.tries;
    await abandon(job, written, next.tries);
    return undefined;
  }

  async function retry(
    job: TicketedJob,
    lease: Lease,
    failed: number,
    readResult: ReadResult,
    signal: AbortSignal,
  ): Promise<void> {
    for (const pauseMs of retryPausesMs.slice(failed - 1)) {
      try {
        if (!(await lease.extend(pauseMs + marginMs))) return;
        await pause(pauseMs, { signal, isBackground: true });
        if (signal.aborted || !(await lease.extend(leaseMs))) break;
        const previous = await store.get(keyOf(job));
        if ((await tryOnce(job, previous, readResult)) === undefined) break;
      } catch (cause) {
        report({ type: "error", where: "store", cause });
      }
    }
    await lease.release();
  }

  /** Reports a job's end. Never rejects. Retries reread the result, because it's too large to keep for half an hour. */
  return async (
    job: TicketedJob,
    known: BackendJob | undefined,
    readResult: ReadResult,
  ): Promise<void> => {
    if (!hooks.onJobEnd) return;
    let lease: Lease | undefined;
    try {
      const previous = await store.get(keyOf(job));
      if (parseEntry(previous).state !== "pending") return;
      lease = await acquireLease(store, `ending:${job.requestId}`, leaseMs);
      if (!lease) return;
      const acquired = lease;
      const failed = await tryOnce(job, previous, async () => known ?? readResult());
      if (failed === undefined || failed === 0) await acquired.release();
      else background.run((signal) => retry(job, acquired, failed, readResult, signal));
    } catch (cause) {
      report({ type: "error", where: "store", cause });
      await lease?.release();
    }
  };
}
