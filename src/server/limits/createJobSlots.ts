import type { TicketedJob } from "../security/createTickets.ts";
import { digest } from "../security/digest.ts";
import type { WriteBack } from "../stores/createWriteBack.ts";
import { parseStoreEntry } from "../stores/parseStoreEntry.ts";
import type { Store } from "../stores/store.ts";

interface JobSlot {
  readonly key: string;
  readonly text: string;
}

/** Without its user, who isn't stored. */
type SlotJob = Omit<TicketedJob, "userId">;

interface SlotEntry {
  readonly v: 1;
  /** Distinguishes submits. */
  readonly owner: string;
  /** Absent while the submit is in flight, and where its job is unknown. */
  readonly job?: SlotJob;
}

export type JobSlots = Awaited<ReturnType<typeof createJobSlots>>;

function parseSlot(text: string): SlotEntry | undefined {
  const entry = parseStoreEntry(text) as SlotEntry | null | undefined;
  const { requestId = "", modelId = "" } = entry?.job ?? {};
  const isWhole = [entry?.owner, requestId, modelId].every((part) => typeof part === "string");
  return entry?.v === 1 && isWhole ? entry : undefined;
}

export async function createJobSlots(
  { store, writeBack }: { readonly store: Store; readonly writeBack: WriteBack },
  caller: string,
  jobsAtOnce: number,
) {
  const user = await digest(caller);
  const keys = Array.from({ length: jobsAtOnce }, (_, index) => `slot:${user}:${index}`);

  /** Frees a slot unless another submit has acquired it since. Never rejects. */
  const release = ({ key, text }: JobSlot): Promise<void> =>
    writeBack.keep(() => store.replace(key, text, undefined, 0));

  return {
    async acquire(lifeMs: number): Promise<JobSlot | undefined> {
      const entry: SlotEntry = { v: 1, owner: crypto.randomUUID() };
      const text = JSON.stringify(entry);
      for (const key of keys) {
        try {
          // One at a time, because only the first free one may be acquired.
          const isAdded = await store.add(key, text, lifeMs);
          // Redis clients repeat a command after a reconnect, and the second reply denies what the first has written.
          if (isAdded || (await store.get(key)) === text) return { key, text };
        } catch (thrown) {
          // It may have been written.
          await release({ key, text });
          throw thrown;
        }
      }
      return undefined;
    },
    /** Never rejects. */
    async fill({ key, text }: JobSlot, pending: TicketedJob, lifeMs: number): Promise<void> {
      const { id, requestId, modelId, issuedAt, mark } = pending;
      const job: SlotJob = { id, requestId, modelId, issuedAt, mark };
      const entry = { ...(JSON.parse(text) as SlotEntry), job };
      await writeBack.keep(() => store.replace(key, text, JSON.stringify(entry), lifeMs));
    },
    /** Never rejects. */
    extend: ({ key, text }: JobSlot, lifeMs: number): Promise<void> =>
      writeBack.keep(() => store.replace(key, text, text, lifeMs)),
    release,
    async filled() {
      const texts = await Promise.all(keys.map((key) => store.get(key)));
      const found = [];
      for (const [index, text] of texts.entries()) {
        if (text === undefined) continue;
        const slot = { key: keys[index] ?? "", text };
        const entry = parseSlot(text);
        if (!entry) await release(slot);
        else if (entry.job) found.push({ slot, job: entry.job });
      }
      return found;
    },
  };
}
