import { isAmount } from "../../protocol/isAmount.ts";
import { isFinalState } from "../../protocol/jobState.ts";
import type { BackendJob } from "../backends/backend.ts";
import { OwnError } from "../events/ownError.ts";
import type { Host } from "../handler/createHost.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import { parseStoreEntry } from "../stores/parseStoreEntry.ts";
import { pause } from "../timing/pause.ts";
import { settlesWithin } from "../timing/settlesWithin.ts";
import { endedJob, readSubmit, ticketLifeMs } from "./jobEnd.ts";

/** Between the tries, in milliseconds: 36 minutes in all, because results are only sure to be readable for an hour. */
export const retryPausesMs: readonly number[] = [1_000, 10_000, 60_000, 300_000, 1_800_000];
const maxTries = retryPausesMs.length + 1;

/** A process that dies during `onJobEnd` delays the next try by no more than this. */
const leaseMs = 300_000;
/** Timers fire late, and a call that never settles is given up before its lease ends. */
const marginMs = 10_000;

const states = ["pending", "done", "abandoned"] as const;

/** What the store holds of the calls of `onJobEnd` for one job, until its ticket expires. */
interface EndEntry {
  readonly v: 1;
  readonly state: (typeof states)[number];
  /** Counted before each call, so that a call that ends the process counts too. */
  readonly tries: number;
}

/** A call of `onJobEnd` that is due. The holder of the lease makes it, in this process or another. */
interface Delivery {
  readonly host: Host;
  readonly job: TicketedJob;
  readonly readResult: () => Promise<BackendJob>;
  readonly lease: string;
}

const endKey = ({ requestId }: TicketedJob): string => `ended:${requestId}`;
const leaseKey = ({ requestId }: TicketedJob): string => `ending:${requestId}`;

/** An entry that is damaged or of another version counts as absent. */
function parseEntry(text: string | undefined): EndEntry {
  const absent: EndEntry = { v: 1, state: "pending", tries: 0 };
  // The whole entry, before tries were counted.
  if (text === "done") return { ...absent, state: "done" };
  const entry = parseStoreEntry(text) as EndEntry | null | undefined;
  return entry?.v === 1 && states.includes(entry.state) && isAmount(entry.tries) ? entry : absent;
}

/** Writes an entry unless another process has written one since `standing` was read. */
async function writeEntry(
  { host, job }: Delivery,
  standing: string | undefined,
  entry: EndEntry,
): Promise<boolean> {
  const text = JSON.stringify(entry);
  const lifeMs = ticketLifeMs(host);
  return standing === undefined
    ? host.store.add(endKey(job), text, lifeMs)
    : host.store.replace(endKey(job), standing, text, lifeMs);
}

const holdLease = ({ host, job, lease }: Delivery, lifeMs: number): Promise<boolean> =>
  host.store.replace(leaseKey(job), lease, lease, lifeMs);

/** A lease that can't be given back ends on its own. */
async function releaseLease({ host, job, lease }: Delivery): Promise<void> {
  await host.store.replace(leaseKey(job), lease, undefined, 0).catch(() => undefined);
}

async function callHost({ host, job }: Delivery, record: BackendJob): Promise<boolean> {
  const kept = await readSubmit(host, job);
  try {
    const call = async (): Promise<void> => host.options.onJobEnd?.(endedJob(job, record, kept));
    if (await settlesWithin(call(), leaseMs - marginMs)) return true;
    throw new OwnError(
      `onJobEnd didn't settle within ${(leaseMs - marginMs) / 1_000} seconds, so it counts as failed and is called again. Return sooner, or hand the work to a queue.`,
    );
  } catch (cause) {
    host.report({ type: "error", where: "onJobEnd", cause });
    return false;
  }
}

async function abandon(
  delivery: Delivery,
  standing: string | undefined,
  tries: number,
): Promise<void> {
  const { host, job } = delivery;
  if (!(await writeEntry(delivery, standing, { v: 1, state: "abandoned", tries }))) return;
  const { id, modelId: model, mark } = job;
  host.report({ type: "abandoned", hook: "onJobEnd", id, model, tries, job: mark });
}

/**
 * Makes one call, and counts it.
 *
 * @returns how many failed so far; undefined when no more are due. Unchanged when the result can't be read now
 */
async function tryEnd(
  delivery: Delivery,
  standing: string | undefined,
  readEnd: () => Promise<BackendJob>,
): Promise<number | undefined> {
  const { state, tries } = parseEntry(standing);
  if (state !== "pending") return undefined;
  if (tries >= maxTries) {
    // The process died during the last call.
    await abandon(delivery, standing, tries);
    return undefined;
  }
  const record = await readEnd().catch(() => undefined);
  if (!record || !isFinalState(record.state)) return tries;
  const next: EndEntry = { v: 1, state: "pending", tries: tries + 1 };
  if (!(await writeEntry(delivery, standing, next))) return undefined;
  const written = JSON.stringify(next);
  if (await callHost(delivery, record)) {
    await writeEntry(delivery, written, { ...next, state: "done" });
    return undefined;
  }
  if (next.tries < maxTries) return next.tries;
  await abandon(delivery, written, next.tries);
  return undefined;
}

/** Repeats a failed call after ever longer pauses, in the background. Never rejects. */
async function retryEnd(delivery: Delivery, failed: number, signal: AbortSignal): Promise<void> {
  const { host, job, readResult } = delivery;
  for (const pauseMs of retryPausesMs.slice(failed - 1)) {
    try {
      if (!(await holdLease(delivery, pauseMs + marginMs))) return;
      await pause(pauseMs, { signal, isBackground: true });
      if (signal.aborted || !(await holdLease(delivery, leaseMs))) break;
      const standing = await host.store.get(endKey(job));
      if ((await tryEnd(delivery, standing, readResult)) === undefined) break;
    } catch (cause) {
      host.report({ type: "error", where: "store", cause });
    }
  }
  await releaseLease(delivery);
}

/**
 * Calls the host's `onJobEnd`, unless that was done for this job, was given up, or is another process's to do. Never throws:
 * a failed call is reported, and repeated in the background.
 *
 * @param known the job's record, where it is known with its result
 * @param readResult reads it. Repeated calls use it, because results are too large to be held for half an hour
 */
export async function reportEnd(
  host: Host,
  job: TicketedJob,
  known: BackendJob | undefined,
  readResult: () => Promise<BackendJob>,
): Promise<void> {
  const { options, store, report } = host;
  if (!options.onJobEnd) return;
  const lease = crypto.randomUUID();
  const delivery: Delivery = { host, job, readResult, lease };
  try {
    const standing = await store.get(endKey(job));
    if (parseEntry(standing).state !== "pending") return;
    if (!(await store.add(leaseKey(job), lease, leaseMs))) return;
    const failed = await tryEnd(delivery, standing, async () => known ?? readResult());
    if (failed === undefined || failed === 0) await releaseLease(delivery);
    else host.background.run((signal) => retryEnd(delivery, failed, signal));
  } catch (cause) {
    report({ type: "error", where: "store", cause });
    await releaseLease(delivery);
  }
}
