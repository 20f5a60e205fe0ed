import {
  EaselError,
  nextPollDelay,
  type JobStatus,
  type JobState,
  type PollState,
} from "../protocol/index.ts";
import type { Client, ReadOptions } from "./client.ts";
import { isLastWord } from "./lastWord.ts";

/** What is known of a job from here. Made anew by each look at it; never changed. */
export interface JobWatch extends JobStatus {
  /** When the service took the job, or when it was first looked at, in milliseconds since 1970. */
  readonly submittedAt: number;
  /** Looks in a row that came to nothing. */
  readonly misses: number;
  /** Why the last look came to nothing. It never ends the job. */
  readonly trouble?: EaselError;
}

/** What is known before the first look. */
export function startWatch(requestId: string, state: JobState = "queued"): JobWatch {
  return { requestId, state, submittedAt: Date.now(), misses: 0 };
}

/** The service keeps a record for one hour. */
const recordLifeMs = 3_600_000;

/** Whether a 404 is the last word on a job. */
function isGone(error: EaselError, { submittedAt, misses }: JobWatch): boolean {
  if (error.code !== "job_not_found") return false;
  return Date.now() - submittedAt > recordLifeMs || isLastWord(error, misses + 1);
}

/**
 * Looks at a job once. What goes wrong on the way is noted as `trouble`, and the job goes on.
 *
 * @throws EaselError `job_not_found` when the job is gone for good, `aborted` when the signal says so.
 */
export async function lookAtJob(
  client: Client,
  watch: JobWatch,
  options: ReadOptions = {},
): Promise<JobWatch> {
  const { submittedAt } = watch;
  try {
    const status = await client.getStatus(watch.requestId, options);
    return { ...status, submittedAt, misses: 0 };
  } catch (error) {
    const trouble = EaselError.is(error) ? error : new EaselError("network", { cause: error });
    if (trouble.code === "aborted" || isGone(trouble, watch)) {
      throw trouble.with({ requestId: watch.requestId });
    }
    return { ...watch, misses: watch.misses + 1, trouble };
  }
}

/** How long to wait before the next look, in milliseconds. */
export function nextLookDelay(
  watch: JobWatch,
  about: Pick<PollState, "latency" | "hidden"> = {},
): number {
  const now = Date.now();
  const retryAt = watch.trouble?.retryAt ?? watch.retryAt;
  return nextPollDelay({
    ...about,
    elapsedMs: now - watch.submittedAt,
    errors: watch.misses,
    notBeforeMs: retryAt === undefined ? 0 : retryAt - now,
  });
}
