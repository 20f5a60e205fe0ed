import type { Client } from "../client/client.ts";
import { untilAborted } from "../client/untilAborted.ts";
import type { PollMemory } from "../ledger/createPollMemory.ts";
import { newAttemptId } from "../ledger/newAttemptId.ts";
import type { Model, ModelValues } from "../models/defineModel.ts";
import { parseInput } from "../models/parseInput.ts";
import type { JobSnapshot } from "../polling/jobSnapshot.ts";
import { learn } from "../polling/learn.ts";
import { historyKey } from "../polling/scaleLatency.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { JobResult } from "../protocol/wire.ts";
import { fetchResult } from "./fetchResult.ts";
import { firstSnapshot } from "./firstSnapshot.ts";
import { waitForEnd } from "./waitForEnd.ts";

export interface RunJobOptions {
  readonly signal?: AbortSignal | undefined;
  /** Maximum time until the result is returned, in milliseconds. @default 600_000 */
  readonly deadlineMs?: number | undefined;
  /** Durations of earlier jobs, which determine the polling schedule. `runJob` adds this job's duration. */
  readonly memory?: PollMemory | undefined;
  /** Called when the job is accepted and after each poll or event. */
  readonly onStatus?: ((snapshot: JobSnapshot) => void) | undefined;
}

/** Maximum timer delay, in milliseconds. A timer with a longer delay fires immediately. */
const maxTimerMs = 2 ** 31 - 1;

function untilDeadline(deadlineMs: number, caller: AbortSignal | undefined) {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const timer = setTimeout(stop, Math.min(deadlineMs, maxTimerMs));
  if (caller?.aborted) stop();
  caller?.addEventListener("abort", stop);
  const release = () => {
    clearTimeout(timer);
    caller?.removeEventListener("abort", stop);
  };
  return { signal: controller.signal, release };
}

/** On abort, rejects with the client's error, if any, because only the client knows whether anything was sent. */
function preferOwnError<T>(submitted: Promise<T>, signal: AbortSignal): Promise<T> {
  return untilAborted(submitted, signal).catch((cause: unknown) => {
    const moment = new Promise<never>((_, reject) => void setTimeout(() => reject(cause as Error)));
    return Promise.race([submitted, moment]);
  });
}

/**
 * Submits a job, polls until the job ends, and returns its result. The job is charged as one generation. Polls and
 * downloads are retried until the deadline, but the submission is never retried.
 *
 * @param model a model, whose schema validates the input, or only the model's ID
 * @throws EaselError with `requestId` if the job was accepted. After `deadline` or `aborted`, the job may still be
 * running. After `submit_unknown`, the job may have been accepted
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
  const { signal: caller, deadlineMs = 600_000, memory } = options;
  const known = typeof model === "string" ? undefined : model;
  const attemptId = newAttemptId();
  const { signal, release } = untilDeadline(deadlineMs, caller);
  // An error thrown by the callback must not stop the tracking of a paid job.
  const onStatus = (snapshot: JobSnapshot) => {
    try {
      options.onStatus?.(snapshot);
    } catch (cause) {
      console.error("Easel: onStatus threw an error. The job continues.", cause);
    }
  };
  let requestId: string | undefined;
  try {
    if (signal.aborted) throw new EaselError("aborted", { charged: "no" });
    const parsed = known ? parseInput(known, input) : { ok: true as const, input };
    if (!parsed.ok) throw new EaselError("invalid_input", { fields: parsed.fields });
    const modelId = typeof model === "string" ? model : model.id;
    const key = historyKey({ modelId, input: parsed.input });
    const reaching = client.reach?.({ signal });
    if (reaching) await reaching;
    const submitted = client.submit(modelId, parsed.input, { attemptId, signal });
    const job = await preferOwnError(submitted, signal);
    requestId = job.requestId;
    const started = firstSnapshot(requestId, job.state);
    onStatus(started);
    const ended = await waitForEnd(client, started, {
      signal,
      latency: known?.latency,
      history: memory && (() => memory.recall(key)),
      onStatus,
    });
    memory?.update(key, (history) => learn(history, ended.observations, ended.metrics));
    if (ended.error) throw ended.error;
    return await fetchResult(client, requestId, { signal });
  } catch (error) {
    const stopped = signal.aborted ? (caller?.aborted ? "caller" : "deadline") : undefined;
    throw explain(error, { requestId, attemptId }, stopped);
  } finally {
    release();
  }
}

function explain(
  error: unknown,
  { requestId, attemptId }: Pick<EaselError, "requestId" | "attemptId">,
  stopped: "caller" | "deadline" | undefined,
): EaselError {
  const known = EaselError.is(error) ? error : undefined;
  if (stopped === undefined || (known && known.code !== "aborted")) {
    return (known ?? new EaselError("internal", { cause: error })).with({ requestId, attemptId });
  }
  const cause = known ? known.cause : error;
  if (requestId !== undefined) {
    const code = stopped === "caller" ? "aborted" : stopped;
    return new EaselError(code, { requestId, attemptId, cause });
  }
  // The abort happened before anything was sent. Once a request is in flight, its outcome is unknown.
  if (known?.charged === "no") return known.with({ attemptId });
  return stopped === "deadline"
    ? new EaselError("submit_unknown", { attemptId, cause })
    : new EaselError("aborted", { attemptId, retry: "unsafe", cause });
}
