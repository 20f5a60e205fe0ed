import * as z from "zod/v4-mini";
import { EaselError } from "../../protocol/EaselError.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import { digest } from "../security/digest.ts";
import type { WriteBack } from "../stores/createWriteBack.ts";
import { parseStoreEntry } from "../stores/parseStoreEntry.ts";
import type { Store } from "../stores/store.ts";

/** Maximum time for which a slot stays taken if the process crashes during a submission. */
const submitLifeMs = 300_000;
const jobLifeMs = 3_600_000;
/** Lifetime of a slot if the submission's outcome is unknown. Shorter than `jobLifeMs`, as there is no job to poll. */
const unknownJobMs = 600_000;

const isJob = (value: unknown): boolean => {
  const { requestId = "", modelId = "" } = Object(value) as Partial<TicketedJob>;
  return typeof requestId === "string" && typeof modelId === "string";
};

/** Stored slot. `owner` identifies the submission. `job` is absent until the submission succeeds. */
const slotSchema = z.object({
  v: z.literal(1),
  owner: z.string(),
  job: z.optional(z.custom<Omit<TicketedJob, "userId">>(isJob)),
});

interface JobSlot {
  readonly key: string;
  readonly text: string;
}

interface SlotsContext {
  readonly store: Store;
  readonly writeBack: WriteBack;
}

export async function createJobSlots(
  { store, writeBack }: SlotsContext,
  caller: string,
  jobsAtOnce: number,
) {
  const user = await digest(caller);
  const keys = Array.from({ length: jobsAtOnce }, (_, index) => `slot:${user}:${index}`);

  const release = ({ key, text }: JobSlot): Promise<void> =>
    writeBack.keep(() => store.replace(key, text, undefined, 0));

  return {
    async acquire(lifeMs: number): Promise<JobSlot | undefined> {
      const text = JSON.stringify({ v: 1, owner: crypto.randomUUID() });
      for (const key of keys) {
        try {
          const isAdded = await store.add(key, text, lifeMs);
          if (isAdded || (await store.get(key)) === text) return { key, text };
        } catch (thrown) {
          await release({ key, text });
          throw thrown;
        }
      }
      return undefined;
    },
    async fill({ key, text }: JobSlot, pending: TicketedJob, lifeMs: number): Promise<void> {
      const { userId: _, ...job } = pending;
      const filled = JSON.stringify({ ...(JSON.parse(text) as object), job });
      await writeBack.keep(() => store.replace(key, text, filled, lifeMs));
    },
    extend: ({ key, text }: JobSlot, lifeMs: number): Promise<void> =>
      writeBack.keep(() => store.replace(key, text, text, lifeMs)),
    release,
    async filled() {
      const texts = await Promise.all(keys.map((key) => store.get(key)));
      const found = [];
      for (const [index, text] of texts.entries()) {
        if (text === undefined) continue;
        const slot = { key: keys[index] ?? "", text };
        const entry = parseStoreEntry(slotSchema, text);
        if (!entry) await release(slot);
        else if (entry.job) found.push({ slot, job: entry.job });
      }
      return found;
    },
  };
}

const tooManyMessage = (jobsAtOnce: number): string =>
  jobsAtOnce === 1
    ? "You can run one generation at a time. Wait for it to finish."
    : `You can run ${jobsAtOnce} generations at a time. Wait for one to finish.`;

export function createSlots(
  context: SlotsContext & { readonly limits: { readonly jobsAtOnce?: number | undefined } },
  hasEnded: (job: TicketedJob) => Promise<boolean>,
) {
  const { jobsAtOnce = Infinity } = context.limits;

  return async (caller: string, userId: string) => {
    if (jobsAtOnce === Infinity) return undefined;
    const slots = await createJobSlots(context, caller, jobsAtOnce);
    const releaseEnded = async (): Promise<unknown> =>
      Promise.allSettled(
        (await slots.filled()).map(async ({ slot, job }) => {
          if (await hasEnded({ ...job, userId })) await slots.release(slot);
        }),
      );
    let slot = await slots.acquire(submitLifeMs);
    if (!slot) {
      await releaseEnded();
      slot = await slots.acquire(submitLifeMs);
    }
    if (!slot) throw new EaselError("rate_limited", { message: tooManyMessage(jobsAtOnce) });
    const acquired = slot;
    return {
      keepFor: (job: TicketedJob) => slots.fill(acquired, job, jobLifeMs),
      keepForUnknown: () => slots.extend(acquired, unknownJobMs),
      release: () => slots.release(acquired),
    };
  };
}
