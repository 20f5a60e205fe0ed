import type { JobWatch } from "../polling/jobSnapshot.ts";
import { noLooks } from "../polling/pollObservations.ts";
import type { JobState } from "../protocol/jobState.ts";

/**
 * What is known before the first look.
 *
 * @param submittedAt in milliseconds since 1970, for a job that was taken earlier
 */
export function startWatch(
  requestId: string,
  state: JobState = "queued",
  submittedAt: number = Date.now(),
): JobWatch {
  return {
    requestId,
    state,
    submittedAt,
    lookedAt: Date.now(),
    misses: 0,
    unknownLooks: 0,
    looks: noLooks,
  };
}
