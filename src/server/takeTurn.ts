import { EaselError } from "../protocol/index.ts";
import type { Host } from "./createHost.ts";
import type { TicketedJob } from "./createTickets.ts";
import { jobLifeMs, writeEntry } from "./jobEntry.ts";
import { fillJobSlot, readSlotJobs, takeJobSlot, type JobSlot, type SlotJob } from "./jobSlots.ts";
import { hookPatienceMs, lookAtJob } from "./lookAtJob.ts";

/** Longer than any submit takes. A process that dies in the middle of one takes the place for no longer. */
const submitLifeMs = 300_000;

/** Looks at a user's unfinished jobs, which nobody may be watching any more: one that has ended makes room. */
async function lookAround(host: Host, userId: string, jobs: readonly SlotJob[]): Promise<void> {
  const asker = new AbortController();
  const look = (job: SlotJob) =>
    lookAtJob(host, { ...job, userId }, "status", asker, hookPatienceMs);
  await Promise.allSettled(jobs.map(look));
}

/**
 * Takes one of the caller's places for unfinished jobs.
 *
 * @returns undefined when the host has set no limit
 * @throws EaselError `rate_limited` when all are taken by jobs that run
 */
export async function takeTurn(
  host: Host,
  caller: string,
  userId: string,
): Promise<JobSlot | undefined> {
  const { store, limits } = host;
  const { jobsAtOnce = Infinity } = limits;
  if (jobsAtOnce === Infinity) return undefined;
  const take = (): Promise<JobSlot | undefined> =>
    takeJobSlot(store, caller, jobsAtOnce, submitLifeMs);
  const first = await take();
  if (first) return first;
  await lookAround(host, userId, await readSlotJobs(store, caller, jobsAtOnce));
  const slot = await take();
  if (slot) return slot;
  throw new EaselError("rate_limited", {
    message:
      jobsAtOnce === 1
        ? "You have a job running, and only one may run at a time. Wait until it has ended."
        : `You have ${jobsAtOnce} jobs running, and no more may run at once. Wait until one of them has ended.`,
  });
}

/** Notes which job took the place, so that it is given back when the job is seen to end. */
export async function beginJob({ store }: Host, job: TicketedJob, slot: JobSlot): Promise<void> {
  const filled = await fillJobSlot(store, slot, job, jobLifeMs);
  const { requestId } = job;
  await writeEntry(store, "status", undefined, {
    record: { requestId, state: "queued" },
    slot: filled,
  });
}
