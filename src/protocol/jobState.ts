/** Where a job stands at the service. Blocked content is `failed` too: the service has no state of its own for it. */
export type JobState = "queued" | "processing" | "completed" | "failed";

const states: Readonly<Record<string, JobState>> = {
  QUEUED: "queued",
  PROCESSING: "processing",
  COMPLETED: "completed",
  FAILED: "failed",
};

/** Reads the wire's word. One that is not known yet counts as `processing`: asking again is free, giving up is not. */
export function readJobState(word: string): JobState {
  return states[word.toUpperCase()] ?? "processing";
}

/** Whether the service is done with the job, well or badly. */
export function isFinalState(state: JobState): boolean {
  return state === "completed" || state === "failed";
}
