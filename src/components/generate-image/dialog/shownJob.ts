import type { Job } from "../../../runtime/job.ts";
import type { GenerateImageState } from "../context/GenerateImageContext.ts";

/** Returns the current job or, after its image was used, the job of the field's image, so that users can pick another. */
export function shownJob({ run, value }: Pick<GenerateImageState, "run" | "value">) {
  const used = value?.settings?.requestId;
  return run.job ?? run.jobs.find(({ requestId }: Job) => requestId && requestId === used);
}
