import { EaselError } from "../../protocol/EaselError.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import type { WriteBack } from "../stores/createWriteBack.ts";
import type { Store } from "../stores/store.ts";
import { createJobSlots, type JobSlots } from "./createJobSlots.ts";

/** A process that dies during a submit keeps its slot for no longer. */
const submitLifeMs = 300_000;
const jobLifeMs = 3_600_000;
/** A submit without an answer has no job to poll. */
const unknownJobMs = 600_000;

/** Nothing here rejects. */
export interface AcquiredSlot {
  /** Keeps the slot until the job has ended, for an hour at most. */
  keepFor(job: TicketedJob): Promise<void>;
  keepForUnknown(): Promise<void>;
  release(): Promise<void>;
}

/**
 * Acquires one of the caller's slots for pending jobs. Undefined without a limit.
 *
 * @throws EaselError `rate_limited` when all slots are taken
 */
export type AcquireSlot = (caller: string, userId: string) => Promise<AcquiredSlot | undefined>;

interface SlotsContext {
  readonly store: Store;
  readonly writeBack: WriteBack;
  readonly jobsAtOnce: number | undefined;
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
  /** Frees the slots of jobs that ended while no page was watching. */
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
