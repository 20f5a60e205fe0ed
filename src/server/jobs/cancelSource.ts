import type { TicketedJob } from "../security/createTickets.ts";
import type { CachedSource } from "../stores/createCachedLoad.ts";
import { isFinalEntry, type PolledJob, type StoredEntry } from "./createJobEntries.ts";
import type { JobContext } from "./jobContext.ts";
import { statusSource } from "./statusSource.ts";

/** Asks the service to stop a job that hasn't ended, and then polls the job, even if no poll is due. */
export function cancelSource(
  context: JobContext,
  job: TicketedJob,
  caller: string | undefined,
): CachedSource<PolledJob, StoredEntry> {
  const { backend, callService } = context;
  const { requestId, mark } = job;
  const status = statusSource(context, job, caller);
  return {
    ...status,
    fresh: ({ entry }) => (entry && isFinalEntry(entry) ? { record: entry.record } : undefined),
    async load(_, signal) {
      const cancel = async () => backend.cancel?.(requestId, { signal });
      await callService("cancel", cancel, { job: mark, caller });
      const stored = await status.read();
      // The service accepted the request, so a failed poll must not look like a failed cancellation.
      return status.load(stored, signal).catch(() => status.stale(stored));
    },
  };
}
