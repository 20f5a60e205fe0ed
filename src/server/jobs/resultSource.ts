import { addObservation } from "../../polling/addObservation.ts";
import { noObservations } from "../../polling/pollObservations.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { isFinalState } from "../../protocol/jobState.ts";
import type { BackendJob } from "../backends/backend.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import type { CachedSource } from "../stores/createCachedLoad.ts";
import { tryStore } from "../stores/tryStore.ts";
import { isFinalEntry, statusOnly, type PolledJob, type StoredEntry } from "./createJobEntries.ts";
import { observePoll, writeStatus, type JobContext } from "./jobContext.ts";

const failureRestMs = 500;
const largeRestMs = 15_000;
const retryMs = 1_000;

interface KnownResult {
  readonly large?: BackendJob | undefined;
  readonly result: StoredEntry;
  readonly status: StoredEntry;
}

const absent: StoredEntry = { text: undefined, entry: undefined };

export function resultSource(
  context: JobContext,
  job: TicketedJob,
  caller: string | undefined,
): CachedSource<PolledJob, KnownResult> {
  const { backend, callService, clock, entries, largeResults, report, store } = context;
  const { requestId, mark } = job;
  const restKey = `resting:${requestId}`;

  const rest = (ms: number): Promise<void> =>
    tryStore(report, () => store.add(restKey, String(ms), ms));

  async function fetchResult(signal: AbortSignal): Promise<BackendJob> {
    if ((await store.get(restKey)) !== undefined) {
      throw new EaselError("upstream_unavailable", { retryAt: Date.now() + failureRestMs });
    }
    try {
      const fetch = () => backend.getResult(requestId, { signal });
      return await callService("result", fetch, { job: mark, caller });
    } catch (error) {
      if (!signal.aborted) await rest(failureRestMs);
      throw error;
    }
  }

  return {
    maxWaitMs: 15_000,
    async read() {
      const large = largeResults.get(requestId);
      if (large) return { large, result: absent, status: absent };
      const result = await entries.read("result", requestId);
      const isFinal = result.entry && isFinalEntry(result.entry);
      return { result, status: isFinal ? absent : await entries.read("status", requestId) };
    },
    fresh({ large, result: { entry }, status }) {
      if (large) return { record: large };
      if (entry && isFinalEntry(entry)) return { record: entry.record };
      const known = status.entry?.record;
      if (known?.state === "failed") return { record: known };
      // If the job is completed, a stored entry without a result is outdated.
      return known?.state === "completed" ? undefined : entries.fresh("result", entry);
    },
    stale() {
      throw new EaselError("upstream_unavailable", { retryAt: Date.now() + retryMs });
    },
    async load({ result, status }, signal) {
      const askedAt = clock.now();
      const record = { ...(await fetchResult(signal)) };
      const { poll, waitMs } = await observePoll(context, job, record, askedAt, status);
      await tryStore(report, async () => {
        const next = { record, ...entries.due(waitMs) };
        await entries.write("result", result.text, next, async (characters) => {
          largeResults.keep(requestId, record, characters);
          await rest(largeRestMs);
        });
        const current = await entries.read("status", requestId);
        const isKnown = current.entry && isFinalEntry(current.entry);
        if (!isFinalState(record.state) || isKnown) return;
        const observations = addObservation(current.entry?.observations ?? noObservations, poll);
        await writeStatus(context, job, current, { record: statusOnly(record), observations });
      });
      return { record, waitMs };
    },
  };
}
