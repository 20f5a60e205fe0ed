import * as z from "zod/v4-mini";
import { learn } from "../../polling/learn.ts";
import { emptyPollHistory, readPollHistory, type PollHistory } from "../../polling/pollHistory.ts";
import type { PollObservations } from "../../polling/pollObservations.ts";
import type { JobMetrics } from "../../protocol/wire.ts";
import type { Report } from "../events/handlerEvent.ts";
import { parseStoreEntry } from "../stores/parseStoreEntry.ts";
import type { Store } from "../stores/store.ts";
import { swapEntry } from "../stores/swapEntry.ts";
import { tryStore } from "../stores/tryStore.ts";

export type PollHistories = ReturnType<typeof createPollHistories>;

/** How long a history is kept. Histories expire because a model's speed can change. */
const lifeMs = 30 * 24 * 3_600_000;
const fromMemoryMs = 30_000;
const tries = 3;

const parseHistory = (text: string | undefined): PollHistory =>
  readPollHistory(parseStoreEntry(z.unknown(), text));

/** Stores each model's poll history. Skips a job after three write conflicts, which costs only an extra poll or two. */
export function createPollHistories(store: Store, report: Report) {
  const known = new Map<string, { readonly history: PollHistory; readonly until: number }>();
  const keyOf = (modelId: string): string => `history:${modelId}`;

  function remember(modelId: string, history: PollHistory): PollHistory {
    known.set(modelId, { history, until: performance.now() + fromMemoryMs });
    return history;
  }

  async function tryToLearn(
    modelId: string,
    observations: PollObservations,
    metrics: JobMetrics | undefined,
  ): Promise<boolean> {
    const key = keyOf(modelId);
    const text = await store.get(key);
    const history = learn(parseHistory(text), observations, metrics);
    const written = await swapEntry(store, key, text, JSON.stringify(history), lifeMs);
    if (written) remember(modelId, history);
    return written;
  }

  return {
    async of(modelId: string): Promise<PollHistory> {
      const last = known.get(modelId);
      if (last && performance.now() < last.until) return last.history;
      try {
        return remember(modelId, parseHistory(await store.get(keyOf(modelId))));
      } catch (cause) {
        report({ type: "error", where: "store", cause });
        return remember(modelId, last?.history ?? emptyPollHistory);
      }
    },
    async learn(...job: Parameters<typeof tryToLearn>): Promise<void> {
      await tryStore(report, async () => {
        for (let left = tries; left > 0; left -= 1) {
          // oxlint-disable-next-line eslint/no-await-in-loop -- each try reads the latest history
          if (await tryToLearn(...job)) return;
        }
      });
    },
  };
}
