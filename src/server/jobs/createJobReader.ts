import { isFinalState } from "../../protocol/jobState.ts";
import type { HandlerCore, HookCalls } from "../core/createCore.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import { createCachedLoad } from "../stores/createCachedLoad.ts";
import { settlesWithin } from "../timing/settlesWithin.ts";
import { cancelSource } from "./cancelSource.ts";
import { createEndReporter } from "./createEndReporter.ts";
import type { JobPart, PolledJob } from "./createJobEntries.ts";
import type { SubmitRecords } from "./createSubmitRecords.ts";
import { createJobContext, type JobPolling } from "./jobContext.ts";
import { resultSource } from "./resultSource.ts";
import { statusSource } from "./statusSource.ts";

interface JobCaller {
  readonly signal: AbortSignal;
  readonly caller?: string | undefined;
}

export type ReadJob = ReturnType<typeof createJobReader>;

/** `cancel` asks the service to stop the job, and then reads its status. */
type ReadPart = JobPart | "cancel";

const sources = { status: statusSource, cancel: cancelSource };

/** Creates a function that reads a job from a fresh store entry. Otherwise, one process polls for all processes. */
export function createJobReader(
  core: JobPolling & HookCalls & Pick<HandlerCore, "ticketLifeMs">,
  submitRecords: SubmitRecords,
) {
  const { background, report, store } = core;
  const context = createJobContext(core);
  const reportEnd = createEndReporter(core, submitRecords);
  const cachedLoad = createCachedLoad(store);

  async function load(part: ReadPart, job: TicketedJob, by: JobCaller): Promise<PolledJob> {
    const key = `${part}:${job.requestId}`;
    const { value, isCached } =
      part === "result"
        ? await cachedLoad(key, resultSource(context, job, by.caller), by)
        : await cachedLoad(key, sources[part](context, job, by.caller), by);
    if (isCached)
      report({ type: "cache", part: part === "result" ? part : "status", job: job.mark });
    return value;
  }

  return async (
    part: ReadPart,
    job: TicketedJob,
    caller: JobCaller,
    hookTimeoutMs = Infinity,
  ): Promise<PolledJob> => {
    const polled = await load(part, job, caller);
    const { record } = polled;
    if (!isFinalState(record.state)) return polled;
    // The status of a completed job has no images, but `onJobEnd` needs them.
    const isWhole = part === "result" || record.state === "failed";
    const readResult = async () => (await load("result", job, new AbortController())).record;
    const reported = reportEnd(job, isWhole ? record : undefined, readResult);
    await settlesWithin(background.track(reported), hookTimeoutMs);
    return polled;
  };
}
