import { EaselError } from "../protocol/index.ts";

/** A young job may be unknown for a moment, where the service has several copies of its records. */
const missesUntilGone = 4;

/**
 * Whether an error is the last word on a job, so that asking again can't bring anything: the run failed, or the job has
 * been unknown for several looks in a row.
 *
 * @param misses looks in a row that came to nothing, this one counted in
 */
export function isLastWord(error: unknown, misses: number): error is EaselError {
  if (!EaselError.is(error)) return false;
  if (error.code === "job_not_found") return misses >= missesUntilGone;
  return error.code === "run_failed" || error.code === "content_blocked";
}
