import type { JobSnapshot } from "../polling/jobSnapshot.ts";
import { noObservations } from "../polling/pollObservations.ts";
import type { JobState } from "../protocol/jobState.ts";

/** Creates a job's first snapshot. @param submittedAt time in milliseconds since 1970 */
export function firstSnapshot(
  requestId: string,
  state: JobState = "queued",
  submittedAt: number = Date.now(),
): JobSnapshot {
  return {
    requestId,
    state,
    submittedAt,
    polledAt: Date.now(),
    misses: 0,
    unknownPolls: 0,
    observations: noObservations,
  };
}
