import type { GenerateStatus } from "../protocol/jobState.ts";

/** Whether something is still to come of a run by itself. */
export function isRunning(status: GenerateStatus): boolean {
  return status === "submitting" || status === "queued" || status === "processing";
}
