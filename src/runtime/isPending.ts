import type { GenerateStatus } from "../protocol/jobState.ts";

/** Whether a job has not ended. An `unknown` one is not pending. */
export function isPending({ status }: { readonly status: GenerateStatus }): boolean {
  return status === "submitting" || status === "queued" || status === "processing";
}
