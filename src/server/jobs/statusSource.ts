import { EaselError } from "../../protocol/EaselError.ts";
import type { BackendJob } from "../backends/backend.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import type { CachedSource } from "../stores/createCachedLoad.ts";
import { tryStore } from "../stores/tryStore.ts";
import { spanUntil } from "../timing/spanUntil.ts";
import type { PolledJob, StoredEntry } from "./createJobEntries.ts";
import { observePoll, writeStatus, type JobContext } from "./jobContext.ts";

/** Extra delay after a pause, as a fraction of the job's age. New jobs come first, because delays affect them most. */
const delayShareOfAge = 0.1;
const maxDelayMs = 15_000;

const staleWaitMs = 500;

async function storeFailure(
  context: JobContext,
  job: TicketedJob,
  stored: StoredEntry,
  record: BackendJob,
  thrown: unknown,
): Promise<PolledJob> {
  const { clock, entries, planPoll } = context;
  const error = EaselError.is(thrown) ? thrown : undefined;
  // During a pause, the service isn't called, so the error isn't about the job.
  const isPaused = error?.code === "upstream_unavailable" && error.retryAt !== undefined;
  const observations = stored.entry?.observations;
  const ageMs = Math.max(0, clock.now() - job.issuedAt);
  const delayMs = isPaused ? Math.min(maxDelayMs, ageMs * delayShareOfAge) : 0;
  const waitMs = await planPoll(job, {
    observations,
    hasFailed: !isPaused,
    minMs: spanUntil(error?.retryAt) + delayMs,
  });
  const unknown = error?.code === "job_not_found";
  const next = { record, ...entries.due(waitMs), observations, unknown };
  await tryStore(context.report, () => writeStatus(context, job, stored, next));
  if (isPaused) return { record, waitMs };
  if (!error) throw thrown;
  throw error.with({ retryAt: Date.now() + waitMs });
}

export function statusSource(
  context: JobContext,
  job: TicketedJob,
  caller: string | undefined,
): CachedSource<PolledJob, StoredEntry> {
  const { backend, callService, clock, entries } = context;
  const { requestId, mark } = job;
  const recordOf = ({ entry }: StoredEntry): BackendJob =>
    entry?.record ?? { requestId, state: "queued" };

  return {
    maxWaitMs: 2_000,
    read: () => entries.read("status", requestId),
    fresh: ({ entry }) => entries.fresh("status", entry),
    stale: (stored) => ({ record: recordOf(stored), waitMs: staleWaitMs }),
    async load(stored, signal) {
      const askedAt = clock.now();
      let record: BackendJob;
      try {
        const poll = () => backend.getStatus(requestId, { signal });
        record = { ...(await callService("status", poll, { job: mark, caller })) };
      } catch (error) {
        if (signal.aborted) throw error;
        return storeFailure(context, job, stored, recordOf(stored), error);
      }
      const { observations, waitMs } = await observePoll(context, job, record, askedAt, stored);
      const next = { record, ...entries.due(waitMs), observations };
      await tryStore(context.report, () => writeStatus(context, job, stored, next));
      return { record, waitMs };
    },
  };
}
