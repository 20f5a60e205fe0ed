import { EaselError, nextPollDelay, type JobResult } from "../protocol/index.ts";
import { isGone } from "./jobWatch.ts";
import type { Client } from "./client.ts";
import { sleep } from "./sleep.ts";
import { untilAborted } from "./untilAborted.ts";

function isFailedRun({ code }: EaselError): boolean {
  return code === "run_failed" || code === "content_blocked";
}

/**
 * Fetches what a completed job made, and goes on through errors until it is had. Free.
 *
 * @throws EaselError of the failed run; `job_not_found` when the job stays unknown; `aborted` when the signal says so.
 */
export async function fetchResult(
  client: Client,
  requestId: string,
  signal?: AbortSignal,
): Promise<JobResult> {
  let unknownLooks = 0;
  for (let errors = 1; ; errors++) {
    let trouble: EaselError;
    try {
      return await untilAborted(client.getResult(requestId, { signal }), signal);
    } catch (cause) {
      if (signal?.aborted) throw new EaselError("aborted", { requestId, cause });
      trouble = EaselError.is(cause) ? cause : new EaselError("network", { cause });
    }
    unknownLooks = trouble.code === "job_not_found" ? unknownLooks + 1 : 0;
    if (isFailedRun(trouble) || isGone(unknownLooks)) throw trouble.with({ requestId });
    const notBeforeMs = (trouble.retryAt ?? 0) - Date.now();
    await sleep(nextPollDelay({ elapsedMs: 0, errors, notBeforeMs }), signal);
  }
}
