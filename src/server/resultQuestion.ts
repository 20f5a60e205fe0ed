import { addLook, EaselError, isFinalState, noLooks } from "../protocol/index.ts";
import type { Question } from "./askAlone.ts";
import type { JobRecord } from "./backend.ts";
import { hasEnded, heldLook, readEntry, statusOnly, writeEntry, type Look } from "./jobEntry.ts";
import { nextLookAt } from "./nextLookAt.ts";
import { keep, lookNow, writeStatus, type Looking } from "./statusQuestion.ts";
import { reportUnknownState } from "./reportUnknownState.ts";
import { upstream } from "./upstream.ts";

/** A result that did not come is not asked for again at once, however often a browser asks. */
const restMs = 500;

/** The job with what it made; before it is completed, where it stands. */
export function resultQuestion({ host, job, asker }: Looking): Question<Look> {
  const { store } = host;
  const { requestId, mark } = job;
  const restKey = `resting:${requestId}`;

  async function ask(): Promise<JobRecord> {
    const until = Number((await store.get(restKey)) ?? 0);
    if (until > Date.now()) throw new EaselError("upstream_unavailable", { retryAt: until });
    try {
      return await upstream(
        host,
        "result",
        () => host.backend.getResult(requestId, { signal: asker.signal }),
        mark,
      );
    } catch (error) {
      if (!asker.signal.aborted) {
        await keep(host, async () => {
          await store.add(restKey, String(Date.now() + restMs), restMs);
        });
      }
      throw error;
    }
  }

  return {
    // As long as a call to the service may take.
    patienceMs: 15_000,
    async read() {
      const { entry } = await readEntry(store, "result", requestId);
      if (entry && hasEnded(entry)) return { record: entry.record };
      const status = (await readEntry(store, "status", requestId)).entry;
      if (status?.record.state === "failed") return { record: status.record };
      // Whoever knows that it is completed need not wait.
      return status?.record.state === "completed" ? undefined : heldLook(entry);
    },
    async giveUp() {
      throw new EaselError("upstream_unavailable", { retryAt: Date.now() + 1_000 });
    },
    async ask() {
      const { text } = await readEntry(store, "result", requestId);
      const { entry: known } = await readEntry(store, "status", requestId);
      const askedAt = Date.now();
      const record = { ...(await ask()) };
      reportUnknownState(host, record);
      const ended = isFinalState(record.state);
      const look = lookNow(job, record, askedAt);
      const looks = addLook(known?.looks ?? noLooks, look);
      const nextAt = ended
        ? undefined
        : await nextLookAt(host, job, { looks, notBefore: record.retryAt });
      await keep(host, async () => {
        await writeEntry(store, "result", text, { record, nextAt });
        const status = await readEntry(store, "status", requestId);
        if (!ended || (status.entry && hasEnded(status.entry))) return;
        const next = {
          record: statusOnly(record),
          looks: addLook(status.entry?.looks ?? noLooks, look),
        };
        await writeStatus(host, status, { next, modelId: job.modelId });
      });
      return { record, nextAt };
    },
  };
}
