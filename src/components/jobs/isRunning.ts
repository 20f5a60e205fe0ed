import type { GenerateStatus } from "../../hooks/index.ts";

/** Whether something is still to come of a run by itself. */
export function isRunning(status: GenerateStatus): boolean {
  return status === "submitting" || status === "queued" || status === "processing";
}
