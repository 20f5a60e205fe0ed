import type { Client, ReadOptions } from "../client/client.ts";
import { untilAnswered } from "../client/untilAnswered.ts";
import { addObservation } from "../polling/addObservation.ts";
import { isGone, pollTimeoutMs, type JobSnapshot } from "../polling/jobSnapshot.ts";
import { EaselError } from "../protocol/EaselError.ts";

/**
 * Looks at a job once. What goes wrong on the way is noted as `trouble`, and the job goes on.
 *
 * @throws EaselError `job_not_found` when the job is gone for good, `aborted` when the signal says so.
 */
export async function pollJob(
  client: Client,
  watch: JobSnapshot,
  options: ReadOptions = {},
): Promise<JobSnapshot> {
  const { requestId, submittedAt } = watch;
  const { signal } = options;
  const askedMs = Date.now() - submittedAt;
  try {
    const ask = (own: AbortSignal) => client.getStatus(requestId, { ...options, signal: own });
    const status = await untilAnswered(ask, { patienceMs: pollTimeoutMs, signal });
    const look = { state: status.state, askedMs, answeredMs: Date.now() - submittedAt };
    const observations = addObservation(watch.observations, look);
    return {
      ...status,
      submittedAt,
      polledAt: Date.now(),
      misses: 0,
      unknownPolls: 0,
      observations,
    };
  } catch (cause) {
    if (signal?.aborted) throw new EaselError("aborted", { requestId, cause });
    const trouble = EaselError.is(cause) ? cause : new EaselError("network", { cause });
    const isUnknown = trouble.code === "job_not_found";
    const unknownPolls = isUnknown ? watch.unknownPolls + 1 : 0;
    if (isGone(unknownPolls)) throw trouble.with({ requestId });
    // Its `retryAt` counts from an earlier look.
    const { retryAt: _, ...known } = watch;
    return { ...known, polledAt: Date.now(), misses: watch.misses + 1, unknownPolls, trouble };
  }
}
