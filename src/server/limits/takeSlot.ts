import { EaselError } from "../../protocol/EaselError.ts";
import { isFinalState } from "../../protocol/jobState.ts";
import type { Host } from "../handler/createHost.ts";
import { jobLifeMs } from "../jobs/jobEntry.ts";
import { hookPatienceMs, lookAtJob } from "../jobs/lookAtJob.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import { createJobSlots, type JobSlots } from "./createJobSlots.ts";

/** Longer than a submit takes. A process that dies during one keeps the slot for no longer. */
const submitLifeMs = 300_000;
/** A submit without an answer keeps its slot for as long as most jobs take. Its job has no ID to poll. */
const unknownJobMs = 600_000;

/** A slot that a submit has taken. Nothing here rejects. */
export interface TakenSlot {
  /** Keeps the slot until the job is seen to end, or for an hour. */
  keepFor(job: TicketedJob): Promise<void>;
  /** Keeps the slot for ten minutes. */
  keepForUnknown(): Promise<void>;
  release(): Promise<void>;
}

/** Polls a user's jobs, which no page may be watching, and releases the slots of those that have ended. */
async function releaseEnded(host: Host, userId: string, slots: JobSlots): Promise<void> {
  const poller = new AbortController();
  await Promise.allSettled(
    (await slots.filled()).map(async ({ slot, job }) => {
      const { record } = await lookAtJob(
        host,
        { ...job, userId },
        "status",
        poller,
        hookPatienceMs,
      );
      if (isFinalState(record.state)) await slots.release(slot);
    }),
  );
}

/**
 * Takes one of the caller's slots for pending jobs.
 *
 * @returns undefined when the host has set no limit
 * @throws EaselError `rate_limited` when all slots have a pending job
 */
export async function takeSlot(
  host: Host,
  caller: string,
  userId: string,
): Promise<TakenSlot | undefined> {
  const { jobsAtOnce = Infinity } = host.limits;
  if (jobsAtOnce === Infinity) return undefined;
  const slots = await createJobSlots(host, caller, jobsAtOnce);
  let slot = await slots.take(submitLifeMs);
  if (!slot) {
    await releaseEnded(host, userId, slots);
    slot = await slots.take(submitLifeMs);
  }
  if (!slot) {
    throw new EaselError("rate_limited", {
      message:
        jobsAtOnce === 1
          ? "You have a job running, and only one may run at a time. Wait until it has ended."
          : `You have ${jobsAtOnce} jobs running, and no more may run at once. Wait until one of them has ended.`,
    });
  }
  const taken = slot;
  return {
    keepFor: (job) => slots.fill(taken, job, jobLifeMs),
    keepForUnknown: () => slots.extend(taken, unknownJobMs),
    release: () => slots.release(taken),
  };
}
