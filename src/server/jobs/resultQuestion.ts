import { addLook } from "../../polling/addLook.ts";
import { noLooks } from "../../polling/jobLooks.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { isFinalState } from "../../protocol/jobState.ts";
import type { BackendJob } from "../backends/backend.ts";
import { upstream } from "../limits/upstream.ts";
import { spanUntil } from "../timing/spanUntil.ts";
import type { Question } from "./askAlone.ts";
import {
  dueIn,
  isFinalEntry,
  heldLook,
  readEntry,
  statusOnly,
  writeEntry,
  type PolledJob,
} from "./jobEntry.ts";
import type { JobEntry } from "./jobEntryFormat.ts";
import { planPoll } from "./planPoll.ts";
import { reportUnknownState } from "./reportUnknownState.ts";
import { keep, lookNow, writeStatus, type Looking } from "./statusQuestion.ts";

/** A result that did not come is not asked for again at once, however often a browser asks. */
const restMs = 500;

/** Neither is one that the store can't keep, by a process that doesn't have it. */
const largeRestMs = 15_000;

/** The job with what it made; before it is completed, where it stands. */
export function resultQuestion(looking: Looking): Question<PolledJob> {
  const { host, job, asker } = looking;
  const { store, largeResults } = host;
  const { requestId, mark } = job;
  const restKey = `resting:${requestId}`;

  const rest = (ms: number): Promise<void> =>
    keep(host, async () => void (await store.add(restKey, String(ms), ms)));

  async function ask(): Promise<BackendJob> {
    // The entry's life is the rest: how much of it is left is not known.
    if ((await store.get(restKey)) !== undefined) {
      throw new EaselError("upstream_unavailable", { retryAt: Date.now() + restMs });
    }
    try {
      return await upstream(
        host,
        "result",
        () => host.backend.getResult(requestId, { signal: asker.signal }),
        { job: mark, caller: asker.caller },
      );
    } catch (error) {
      if (!asker.signal.aborted) await rest(restMs);
      throw error;
    }
  }

  async function keepResult(standing: string | undefined, entry: JobEntry): Promise<void> {
    let isLarge = false;
    await writeEntry(store, "result", standing, entry, (characters) => {
      isLarge = true;
      largeResults.keep(requestId, entry.record, characters);
    });
    if (isLarge) await rest(largeRestMs);
  }

  return {
    // As long as a call to the service may take.
    patienceMs: 15_000,
    async read() {
      const large = largeResults.get(requestId);
      if (large) return { record: large };
      const { entry } = await readEntry(store, "result", requestId);
      if (entry && isFinalEntry(entry)) return { record: entry.record };
      const status = (await readEntry(store, "status", requestId)).entry;
      if (status?.record.state === "failed") return { record: status.record };
      // Whoever knows that it is completed need not wait.
      return status?.record.state === "completed" ? undefined : heldLook(host, "result", entry);
    },
    async giveUp() {
      throw new EaselError("upstream_unavailable", { retryAt: Date.now() + 1_000 });
    },
    async ask() {
      const { text } = await readEntry(store, "result", requestId);
      const { entry: known } = await readEntry(store, "status", requestId);
      const askedAt = host.clock.now();
      const record = { ...(await ask()) };
      reportUnknownState(host, record);
      const ended = isFinalState(record.state);
      const look = lookNow(looking, record, askedAt);
      const looks = addLook(known?.looks ?? noLooks, look);
      const waitMs = ended
        ? undefined
        : await planPoll(host, job, { looks, leastMs: spanUntil(record.retryAt) });
      await keep(host, async () => {
        await keepResult(text, { record, ...dueIn(host, waitMs) });
        const status = await readEntry(store, "status", requestId);
        if (!ended || (status.entry && isFinalEntry(status.entry))) return;
        const next = {
          record: statusOnly(record),
          looks: addLook(status.entry?.looks ?? noLooks, look),
        };
        await writeStatus(host, status, { next, modelId: job.modelId });
      });
      return { record, waitMs };
    },
  };
}
