import { parseInput, type Model, type ModelValues } from "../models/index.ts";
import { EaselError, isFinalState, nextPollDelay, type JobResult } from "../protocol/index.ts";
import type { Client } from "./client.ts";
import { lookAtJob, nextLookDelay, startWatch, type JobWatch } from "./jobWatch.ts";
import { isLastWord } from "./lastWord.ts";
import { newAttemptId } from "./newAttemptId.ts";

export interface RunJobOptions {
  readonly signal?: AbortSignal | undefined;
  /** How long to wait for the result, from the call on, in milliseconds. @default 600_000 */
  readonly deadlineMs?: number | undefined;
  /** Hears of the job when it is taken and after each look at it. */
  readonly onStatus?: ((watch: JobWatch) => void) | undefined;
}

/** Ends early, without an error, when the signal says so. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end);
  });
}

/** A signal for the whole run: the caller's own, or the deadline's. */
function untilDeadline(deadlineMs: number, caller: AbortSignal | undefined) {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const timer = setTimeout(stop, deadlineMs);
  if (caller?.aborted) stop();
  caller?.addEventListener("abort", stop);
  const release = () => {
    clearTimeout(timer);
    caller?.removeEventListener("abort", stop);
  };
  return { signal: controller.signal, release };
}

async function waitForEnd(
  client: Client,
  first: JobWatch,
  options: { signal: AbortSignal; latency: Model["latency"]; onStatus: RunJobOptions["onStatus"] },
): Promise<JobWatch> {
  const { signal, latency, onStatus } = options;
  let watch = first;
  while (!isFinalState(watch.state)) {
    await sleep(nextLookDelay(watch, { latency }), signal);
    watch = await lookAtJob(client, watch, { signal });
    onStatus?.(watch);
  }
  return watch;
}

async function fetchResult(
  client: Client,
  requestId: string,
  signal: AbortSignal,
): Promise<JobResult> {
  for (let errors = 1; ; errors++) {
    try {
      return await client.getResult(requestId, { signal });
    } catch (error) {
      if (signal.aborted) throw new EaselError("aborted", { requestId, cause: error });
      if (isLastWord(error, errors)) throw error;
    }
    await sleep(nextPollDelay({ elapsedMs: 0, errors }), signal);
  }
}

/**
 * Runs one job from its input to its result: submits once, looks at it on the schedule until it ends, fetches what it
 * made. Costs what one run costs. Looks and fetches go on through errors until the deadline; the submit is never sent
 * again.
 *
 * @param model a model, whose schema then checks the input first, or only its id
 *
 * @throws EaselError and nothing else. Once the job was taken it carries `requestId`, so that the job can be taken up
 * again: after `deadline` and `aborted` it may still be running. `submit_unknown` says that it may have been taken.
 *
 * @example
 * const { images } = await runJob(createClient(), sdxlTorch, { prompt: "a lighthouse at dusk" });
 */
export async function runJob<M extends Model>(
  client: Client,
  model: M | string,
  input: ModelValues<M>,
  options: RunJobOptions = {},
): Promise<JobResult> {
  const { signal: caller, deadlineMs = 600_000, onStatus } = options;
  const known = typeof model === "string" ? undefined : model;
  const parsed = known ? parseInput(known, input) : { ok: true as const, input };
  if (!parsed.ok) throw new EaselError("invalid_input", { fields: parsed.fields });

  const attemptId = newAttemptId();
  const { signal, release } = untilDeadline(deadlineMs, caller);
  let requestId: string | undefined;
  try {
    const modelId = typeof model === "string" ? model : model.id;
    const job = await client.submit(modelId, parsed.input, { attemptId, signal });
    requestId = job.requestId;
    const started = startWatch(requestId, job.state);
    onStatus?.(started);
    const ended = await waitForEnd(client, started, { signal, latency: known?.latency, onStatus });
    if (ended.error) throw ended.error;
    return await fetchResult(client, requestId, signal);
  } catch (error) {
    throw explain(error, { requestId, attemptId, overdue: signal.aborted && !caller?.aborted });
  } finally {
    release();
  }
}

interface Ending {
  readonly requestId: string | undefined;
  readonly attemptId: string;
  /** The deadline cut it, not the caller. */
  readonly overdue: boolean;
}

/** The error to reject with: an abort by the deadline is `deadline`, or `submit_unknown` when it cut the submit. */
function explain(error: unknown, { requestId, attemptId, overdue }: Ending): EaselError {
  if (!EaselError.is(error)) {
    return new EaselError("internal", { requestId, attemptId, cause: error });
  }
  if (error.code !== "aborted" || !overdue) return error.with({ requestId, attemptId });
  return new EaselError(requestId === undefined ? "submit_unknown" : "deadline", {
    requestId,
    attemptId,
    cause: error.cause,
  });
}
