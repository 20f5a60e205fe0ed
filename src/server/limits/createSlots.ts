import { EaselError } from "../../protocol/EaselError.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import type { WriteBack } from "../stores/createWriteBack.ts";
import type { Store } from "../stores/store.ts";
import { createJobSlots, type JobSlots } from "./createJobSlots.ts";

/** Longer than a submit takes. A process that dies during one keeps its slot for no longer. */
const submitLifeMs = 300_000;
/** As long as the service keeps a job. */
const jobLifeMs = 3_600_000;
/** As long as most jobs take. A submit without an answer has no job to poll. */
const unknownJobMs = 600_000;

/** A slot that a submit has acquired. Nothing here rejects. */
export interface AcquiredSlot {
  /** Keeps the slot until the job has ended, or for an hour. */
  keepFor(job: TicketedJob): Promise<void>;
  /** Keeps the slot for ten minutes. */
  keepForUnknown(): Promise<void>;
  release(): Promise<void>;
}

/**
 * Acquires one of the caller's slots for pending jobs. Undefined when the host has set no limit.
 *
 * @throws EaselError `rate_limited` when all slots have a pending job
 */
export type AcquireSlot = (caller: string, userId: string) => Promise<AcquiredSlot | undefined>;

interface SlotsContext {
  readonly store: Store;
  readonly writeBack: WriteBack;
  readonly jobsAtOnce: number | undefined;
  /** Polls a job. */
  readonly hasEnded: (job: TicketedJob) => Promise<boolean>;
}

const tooManyMessage = (jobsAtOnce: number): string =>
  jobsAtOnce === 1
    ? "You have a job running, and only one may run at a time. Wait until it has ended."
    : `You have ${jobsAtOnce} jobs running, and no more may run at once. Wait until one of them has ended.`;

export function createSlots({
  store,
  writeBack,
  jobsAtOnce = Infinity,
  hasEnded,
}: SlotsContext): AcquireSlot {
  /** Frees the slots of jobs that have ended without a page that watches them. */
  async function releaseEnded(slots: JobSlots, userId: string): Promise<void> {
    await Promise.allSettled(
      (await slots.filled()).map(async ({ slot, job }) => {
        if (await hasEnded({ ...job, userId })) await slots.release(slot);
      }),
    );
  }

  return async (caller, userId) => {
    if (jobsAtOnce === Infinity) return undefined;
    const slots = await createJobSlots({ store, writeBack }, caller, jobsAtOnce);
    let slot = await slots.acquire(submitLifeMs);
    if (!slot) {
      await releaseEnded(slots, userId);
      slot = await slots.acquire(submitLifeMs);
    }
    if (!slot) throw new EaselError("rate_limited", { message: tooManyMessage(jobsAtOnce) });
    const acquired = slot;
    return {
      keepFor: (job) => slots.fill(acquired, job, jobLifeMs),
      keepForUnknown: () => slots.extend(acquired, unknownJobMs),
      release: () => slots.release(acquired),
    };
  };
}
