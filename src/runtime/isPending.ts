import type { GenerateStatus } from "../protocol/jobState.ts";

/** Returns whether a job is pending. A job with the status `unknown` isn't pending. */
export function isPending({ status }: { readonly status: GenerateStatus }): boolean {
  return status === "submitting" || status === "queued" || status === "processing";
}
