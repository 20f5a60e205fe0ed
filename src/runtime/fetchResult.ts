import type { Client, ReadOptions } from "../client/client.ts";
import { untilAnswered } from "../client/untilAnswered.ts";
import { isGone } from "../polling/jobSnapshot.ts";
import { nextPollDelay } from "../polling/nextPollDelay.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { EaselErrorCode } from "../protocol/errorTable.ts";
import type { JobResult } from "../protocol/wire.ts";
import { sleep } from "./sleep.ts";

/** Timeout for the first request. Doubles with each retry, because inline images may load slowly. */
const firstTimeoutMs = 60_000;

const finalErrors: readonly string[] = [
  "run_failed",
  "content_blocked",
  "run_canceled",
  "run_expired",
] satisfies EaselErrorCode[];

interface FetchResultOptions extends ReadOptions {
  readonly onTrouble?: ((trouble: EaselError) => void) | undefined;
}

/** Fetches a job's result for free, with retries. @throws EaselError the job's error, `job_not_found`, or `aborted` */
export async function fetchResult(
  client: Client,
  requestId: string,
  { signal, onTrouble }: FetchResultOptions = {},
): Promise<JobResult> {
  let unknownPolls = 0;
  for (let errors = 1; ; errors++) {
    let trouble: EaselError;
    try {
      const fetchOnce = (own: AbortSignal) => client.getResult(requestId, { signal: own });
      const timeoutMs = firstTimeoutMs * 2 ** (errors - 1);
      return await untilAnswered(fetchOnce, { timeoutMs, signal });
    } catch (cause) {
      if (signal?.aborted) throw new EaselError("aborted", { requestId, cause });
      trouble = EaselError.is(cause) ? cause : new EaselError("network", { cause });
    }
    unknownPolls = trouble.code === "job_not_found" ? unknownPolls + 1 : 0;
    if (finalErrors.includes(trouble.code) || isGone(unknownPolls)) {
      throw trouble.with({ requestId });
    }
    onTrouble?.(trouble);
    const notBeforeMs = (trouble.retryAt ?? 0) - Date.now();
    await sleep(nextPollDelay({ elapsedMs: 0, errors, notBeforeMs }), signal);
  }
}
