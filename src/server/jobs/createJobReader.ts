import { isFinalState } from "../../protocol/jobState.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import { createCachedLoad } from "../stores/createCachedLoad.ts";
import type { Background } from "../timing/createBackground.ts";
import { settlesWithin } from "../timing/settlesWithin.ts";
import type { EndReporter } from "./createEndReporter.ts";
import type { JobPart, PolledJob } from "./createJobEntries.ts";
import type { JobContext } from "./jobContext.ts";
import { resultSource } from "./resultSource.ts";
import { statusSource } from "./statusSource.ts";

export interface JobCaller {
  /** Only read when the service is called. */
  readonly signal: AbortSignal;
  /** Whose share of the account's requests is used. Undefined for the app's own work. */
  readonly caller?: string | undefined;
}

/**
 * Reads a job from the store while that is fresh, otherwise from the service, once for all callers and processes.
 * While the service can't be called, the last known state is returned. A job's end is reported to `onJobEnd` first.
 *
 * @param hookTimeoutMs limits the wait for `onJobEnd`
 * @throws EaselError for an answer without a job, with the next poll as `retryAt`
 */
export type ReadJob = (
  part: JobPart,
  job: TicketedJob,
  caller: JobCaller,
  hookTimeoutMs?: number,
) => Promise<PolledJob>;

interface JobReaderContext extends JobContext {
  readonly background: Background;
  readonly endReporter: EndReporter;
}

export function createJobReader(context: JobReaderContext): ReadJob {
  const { background, endReporter, report } = context;
  const cachedLoad = createCachedLoad(context.store);

  async function load(part: JobPart, job: TicketedJob, by: JobCaller): Promise<PolledJob> {
    const key = `${part}:${job.requestId}`;
    const { value, isCached } =
      part === "status"
        ? await cachedLoad(key, statusSource(context, job, by.caller), by)
        : await cachedLoad(key, resultSource(context, job, by.caller), by);
    if (isCached) report({ type: "cache", part, job: job.mark });
    return value;
  }

  return async (part, job, caller, hookTimeoutMs = Infinity) => {
    const polled = await load(part, job, caller);
    const { record } = polled;
    if (!isFinalState(record.state)) return polled;
    // A status of a completed job has no images, which `onJobEnd` gets.
    const isWhole = part === "result" || record.state === "failed";
    const readResult = async () => (await load("result", job, new AbortController())).record;
    const reported = endReporter.report(job, isWhole ? record : undefined, readResult);
    await settlesWithin(background.track(reported), hookTimeoutMs);
    return polled;
  };
}
