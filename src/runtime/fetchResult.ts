import type { Client, ReadOptions } from "../client/client.ts";
import { untilAnswered } from "../client/untilAnswered.ts";
import { isGone } from "../polling/jobSnapshot.ts";
import { nextPollDelay } from "../polling/nextPollDelay.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { EaselErrorCode } from "../protocol/errorTable.ts";
import type { JobResult } from "../protocol/wire.ts";
import { sleep } from "./sleep.ts";

/** Images may come inline, over a slow connection: each try is given twice the time of the one before. */
const firstPatienceMs = 60_000;

const failedRuns: readonly string[] = [
  "run_failed",
  "content_blocked",
  "run_canceled",
  "run_expired",
] satisfies EaselErrorCode[];

export interface FetchResultOptions extends ReadOptions {
  /** Hears why it is not there yet, each time that it was asked for in vain. */
  readonly onTrouble?: ((trouble: EaselError) => void) | undefined;
}

/**
 * Fetches what a completed job made, and goes on through errors until it is had. Free.
 *
 * @throws EaselError of the failed run; `job_not_found` when the job stays unknown; `aborted` when the signal says so.
 */
export async function fetchResult(
  client: Client,
  requestId: string,
  { signal, onTrouble }: FetchResultOptions = {},
): Promise<JobResult> {
  let unknownPolls = 0;
  for (let errors = 1; ; errors++) {
    let trouble: EaselError;
    try {
      const ask = (own: AbortSignal) => client.getResult(requestId, { signal: own });
      return await untilAnswered(ask, { patienceMs: firstPatienceMs * 2 ** (errors - 1), signal });
    } catch (cause) {
      if (signal?.aborted) throw new EaselError("aborted", { requestId, cause });
      trouble = EaselError.is(cause) ? cause : new EaselError("network", { cause });
    }
    unknownPolls = trouble.code === "job_not_found" ? unknownPolls + 1 : 0;
    if (failedRuns.includes(trouble.code) || isGone(unknownPolls))
      throw trouble.with({ requestId });
    onTrouble?.(trouble);
    const notBeforeMs = (trouble.retryAt ?? 0) - Date.now();
    await sleep(nextPollDelay({ elapsedMs: 0, errors, notBeforeMs }), signal);
  }
}
