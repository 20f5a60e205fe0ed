import type { TicketedJob } from "./createTickets.ts";
import { digest } from "./digest.ts";
import type { Store } from "./stores/store.ts";

/** One of the places that a user has for unfinished jobs, and what stands in it. */
export interface JobSlot {
  readonly key: string;
  readonly value: string;
}

/** A job as it stands in a place: whose it is, the store does not learn. */
export type SlotJob = Omit<TicketedJob, "userId">;

async function slotKeys(caller: string, jobsAtOnce: number): Promise<readonly string[]> {
  const user = await digest(caller);
  return Array.from({ length: jobsAtOnce }, (_, place) => `slot:${user}:${place}`);
}

/**
 * Takes one of a user's places for unfinished jobs.
 *
 * @param lifeMs after so long it is free again by itself
 * @returns undefined when all of them are taken
 */
export async function takeJobSlot(
  store: Store,
  caller: string,
  jobsAtOnce: number,
  lifeMs: number,
): Promise<JobSlot | undefined> {
  const value = JSON.stringify(crypto.randomUUID());
  for (const key of await slotKeys(caller, jobsAtOnce)) {
    // Only the first free one must be taken.
    if (await store.add(key, value, lifeMs)) return { key, value };
  }
  return undefined;
}

/** Names the job that a place was taken for, once there is one. */
export async function fillJobSlot(
  store: Store,
  { key, value }: JobSlot,
  { id, requestId, modelId, issuedAt, mark }: TicketedJob,
  lifeMs: number,
): Promise<JobSlot> {
  const job: SlotJob = { id, requestId, modelId, issuedAt, mark };
  const filled = JSON.stringify(job);
  await store.replace(key, value, filled, lifeMs);
  return { key, value: filled };
}

/** Keeps a place whose submit may have been taken, though nobody knows the job. */
export async function keepJobSlot(
  store: Store,
  { key, value }: JobSlot,
  lifeMs: number,
): Promise<void> {
  await store.replace(key, value, value, lifeMs);
}

/** Makes room for the user's next job. Nothing happens when the place has been given to another since. */
export async function freeJobSlot(store: Store, { key, value }: JobSlot): Promise<void> {
  await store.replace(key, value, undefined, 0);
}

/** The jobs in a user's places. Those whose submit is still under way have none yet. */
export async function readSlotJobs(
  store: Store,
  caller: string,
  jobsAtOnce: number,
): Promise<readonly SlotJob[]> {
  const keys = await slotKeys(caller, jobsAtOnce);
  const texts = await Promise.all(keys.map((key) => store.get(key)));
  return texts
    .map((text) => JSON.parse(text ?? "null") as SlotJob | string | null)
    .filter((held) => typeof held === "object" && held !== null);
}
