import type { Client, ReadOptions } from "../client/client.ts";
import { untilAnswered } from "../client/untilAnswered.ts";
import { addObservation } from "../polling/addObservation.ts";
import { isGone, pollTimeoutMs, type JobSnapshot } from "../polling/jobSnapshot.ts";
import { EaselError } from "../protocol/EaselError.ts";

/**
 * Polls a job once. Returns a snapshot, whose `trouble` is the transient error, if any.
 *
 * @throws EaselError `job_not_found` or `aborted`
 */
export async function pollJob(
  client: Client,
  snapshot: JobSnapshot,
  options: ReadOptions = {},
): Promise<JobSnapshot> {
  const { requestId, submittedAt } = snapshot;
  const { signal } = options;
  const askedMs = Date.now() - submittedAt;
  try {
    const poll = (own: AbortSignal) => client.getStatus(requestId, { ...options, signal: own });
    const status = await untilAnswered(poll, { timeoutMs: pollTimeoutMs, signal });
    const answeredMs = Date.now() - submittedAt;
    const observation = { state: status.state, askedMs, answeredMs };
    return {
      ...status,
      submittedAt,
      polledAt: Date.now(),
      misses: 0,
      unknownPolls: 0,
      observations: addObservation(snapshot.observations, observation),
    };
  } catch (cause) {
    if (signal?.aborted) throw new EaselError("aborted", { requestId, cause });
    const trouble = EaselError.is(cause) ? cause : new EaselError("network", { cause });
    const isUnknown = trouble.code === "job_not_found";
    const unknownPolls = isUnknown ? snapshot.unknownPolls + 1 : 0;
    if (isGone(unknownPolls)) throw trouble.with({ requestId });
    // `retryAt` is dropped, because it came from an earlier poll.
    const { retryAt: _, ...known } = snapshot;
    return { ...known, polledAt: Date.now(), misses: snapshot.misses + 1, unknownPolls, trouble };
  }
}
