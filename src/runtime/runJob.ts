import type { Client } from "../client/client.ts";
import { untilAborted } from "../client/untilAborted.ts";
import type { PollMemory } from "../ledger/createPollMemory.ts";
import { newAttemptId } from "../ledger/newAttemptId.ts";
import type { Model, ModelValues } from "../models/defineModel.ts";
import { parseInput } from "../models/parseInput.ts";
import type { JobSnapshot } from "../polling/jobSnapshot.ts";
import { learn } from "../polling/learn.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { JobResult } from "../protocol/wire.ts";
import { fetchResult } from "./fetchResult.ts";
import { firstSnapshot } from "./firstSnapshot.ts";
import { waitForEnd } from "./waitForEnd.ts";

export interface RunJobOptions {
  readonly signal?: AbortSignal | undefined;
  /** How long to wait for the result, from the call on, in milliseconds. @default 600_000 */
  readonly deadlineMs?: number | undefined;
  /** How long earlier runs took, so that this one is looked at when it is likely to end; it is added to them. */
  readonly memory?: PollMemory | undefined;
  /** Hears of the job when it is taken and after each look at it. */
  readonly onStatus?: ((watch: JobSnapshot) => void) | undefined;
}

/** Past this a timer fires at once. */
const longestTimerMs = 2 ** 31 - 1;

/** A signal for the whole run: the caller's own, or the deadline's. */
function untilDeadline(deadlineMs: number, caller: AbortSignal | undefined) {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const timer = setTimeout(stop, Math.min(deadlineMs, longestTimerMs));
  if (caller?.aborted) stop();
  caller?.addEventListener("abort", stop);
  const release = () => {
    clearTimeout(timer);
    caller?.removeEventListener("abort", stop);
  };
  return { signal: controller.signal, release };
}

/**
 * A submit that is no longer waited for once the signal says so. The client has a moment to say how it stood: cut before
 * it was sent, nothing was paid for.
 */
function orOwnWord<T>(submitted: Promise<T>, signal: AbortSignal): Promise<T> {
  return untilAborted(submitted, signal).catch((cause: unknown) => {
    const moment = new Promise<never>((_, reject) => void setTimeout(() => reject(cause as Error)));
    return Promise.race([submitted, moment]);
  });
}

/** What the app makes of a look never ends a run that is paid for. */
function hearSafely(onStatus: RunJobOptions["onStatus"]): (watch: JobSnapshot) => void {
  return (watch) => {
    try {
      onStatus?.(watch);
    } catch (cause) {
      console.error("Easel: onStatus has thrown; the run goes on.", cause);
    }
  };
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
  const { signal: caller, deadlineMs = 600_000, memory } = options;
  const known = typeof model === "string" ? undefined : model;
  const attemptId = newAttemptId();
  const { signal, release } = untilDeadline(deadlineMs, caller);
  let requestId: string | undefined;
  try {
    if (signal.aborted) throw new EaselError("aborted", { charged: "no" });
    const parsed = known ? parseInput(known, input) : { ok: true as const, input };
    if (!parsed.ok) throw new EaselError("invalid_input", { fields: parsed.fields });
    const modelId = typeof model === "string" ? model : model.id;
    const reaching = client.reach?.({ signal });
    if (reaching) await reaching;
    const job = await orOwnWord(
      client.submit(modelId, parsed.input, { attemptId, signal }),
      signal,
    );
    requestId = job.requestId;
    const started = firstSnapshot(requestId, job.state);
    const onStatus = hearSafely(options.onStatus);
    onStatus(started);
    const ended = await waitForEnd(client, started, {
      signal,
      latency: known?.latency,
      history: memory && (() => memory.recall(modelId)),
      onStatus,
    });
    memory?.update(modelId, (history) => learn(history, ended.observations, ended.metrics));
    if (ended.error) throw ended.error;
    return await fetchResult(client, requestId, { signal });
  } catch (error) {
    const stopped = signal.aborted ? (caller?.aborted ? "caller" : "deadline") : undefined;
    throw explain(error, { requestId, attemptId, stopped });
  } finally {
    release();
  }
}

interface Ending {
  readonly requestId: string | undefined;
  readonly attemptId: string;
  /** Who cut it short. */
  readonly stopped: "caller" | "deadline" | undefined;
}

/** The error to reject with. Whatever was under way when it was cut short, being cut short is what happened. */
function explain(error: unknown, { requestId, attemptId, stopped }: Ending): EaselError {
  const known = EaselError.is(error) ? error : undefined;
  if (stopped === undefined || (known && known.code !== "aborted")) {
    return (known ?? new EaselError("internal", { cause: error })).with({ requestId, attemptId });
  }
  const cause = known ? known.cause : error;
  if (requestId !== undefined) {
    const code = stopped === "deadline" ? "deadline" : "aborted";
    return new EaselError(code, { requestId, attemptId, cause });
  }
  // Cut before it was sent: nothing happened. Cut in flight: nobody knows.
  if (known?.charged === "no") return known.with({ attemptId });
  return stopped === "deadline"
    ? new EaselError("submit_unknown", { attemptId, cause })
    : new EaselError("aborted", { attemptId, retry: "unsafe", cause });
}
