import * as z from "zod/v4-mini";
import { bodyText, type Answer } from "./answer.ts";
import { EaselError } from "./EaselError.ts";
import { isFinalState, readJobState, readStateWord, type JobState } from "./jobState.ts";
import { readImages, readText, type JobImage } from "./readOutput.ts";
import { isRequestId } from "./requestId.ts";

const metricsWire = z.looseObject({
  inference_time: z.catch(z.optional(z.number()), undefined),
  queue_time: z.catch(z.optional(z.number()), undefined),
  total_time: z.catch(z.optional(z.number()), undefined),
  cost: z.catch(z.optional(z.number()), undefined),
  remaining_credits: z.catch(z.optional(z.number()), undefined),
});

/** Every field but `status` may be missing, and unknown ones are kept: the service documents less than it sends. */
const recordWire = z.looseObject({
  status: z.string(),
  error: z.catch(z.nullish(z.string()), undefined),
  metrics: z.catch(z.nullish(metricsWire), undefined),
});

const submittedWire = z.looseObject({
  // An id that can't be asked for is no id.
  request_id: z.string().check(z.refine(isRequestId)),
  status: z.catch(z.string(), "QUEUED"),
});

/** Times are in seconds, amounts in the service's credits; cost and credits only where the host exposes them. */
export interface JobMetrics {
  readonly inferenceTime?: number | undefined;
  readonly queueTime?: number | undefined;
  readonly totalTime?: number | undefined;
  readonly cost?: number | undefined;
  readonly remainingCredits?: number | undefined;
}

export interface SubmittedJob {
  readonly requestId: string;
  readonly state: JobState;
}

export interface JobStatus {
  readonly requestId: string;
  readonly state: JobState;
  /** The service's own word, where it is none that is known: the job counts as `processing`. */
  readonly unknownState?: string;
  /** Why it failed. */
  readonly error?: EaselError;
  readonly metrics?: JobMetrics;
  /** The handler's word on when to ask again, in milliseconds since 1970. */
  readonly retryAt?: number;
}

export interface JobResult {
  readonly requestId: string;
  /** One entry a sample, in the service's order. Empty when the model answers with text. */
  readonly images: readonly JobImage[];
  readonly text?: string;
  /** The seed that was used, also when a random one was asked for. */
  readonly seed?: number;
  readonly prompt?: string;
  readonly metrics?: JobMetrics;
  /** The answer's whole body. The handler's has what is named here, and `seeds` where the service names one for each image. */
  readonly body: Readonly<Record<string, unknown>>;
}

function readMetrics(wire: z.infer<typeof metricsWire> | null | undefined): JobMetrics | undefined {
  return wire
    ? {
        inferenceTime: wire.inference_time,
        queueTime: wire.queue_time,
        totalTime: wire.total_time,
        cost: wire.cost,
        remainingCredits: wire.remaining_credits,
      }
    : undefined;
}

const blocked = /\b(nsfw|rai|safety|moderat(ed|ion)|content (policy|filter)|blocked)\b/i;

const codes = { canceled: "run_canceled", expired: "run_expired" } as const;

/** The error of a run that has ended without a result. Failed runs are never billed; of the others nothing is known. */
function runError(answer: Answer, requestId?: string): EaselError {
  const message = bodyText(answer, "error");
  const word = bodyText(answer, "status") ?? "";
  const state = readStateWord(word);
  const isBlocked = blocked.test(`${word.replaceAll("_", " ")} ${message ?? ""}`);
  const code =
    state === "canceled" || state === "expired"
      ? codes[state]
      : isBlocked
        ? "content_blocked"
        : "run_failed";
  return new EaselError(code, { message, status: answer.status, requestId });
}

/** The service's own final words. Others may be about the answer and not about the job. */
const ownFinalWord = /^(completed|failed)$/i;

/** The job that a submit's answer announces; undefined when it is not a 2xx with an id. */
export function readSubmitted(answer: Answer): SubmittedJob | undefined {
  const parsed = z.safeParse(submittedWire, answer.body);
  if (answer.status >= 300 || !parsed.success) return undefined;
  const { request_id: requestId, status } = parsed.data;
  const state = readJobState(status);
  // "success" says that the job was accepted.
  const isPending = isFinalState(state) && !ownFinalWord.test(status);
  return { requestId, state: isPending ? "queued" : state };
}

/**
 * Whether a word is one for a job's state under this HTTP code. In an error's body `status` is more often about the answer
 * (`"error"`, `"timeout"`), so only the service's own final words count there, and any final word under 422, as which
 * failed jobs come.
 */
function isStateWord(word: string, httpStatus: number): boolean {
  if (httpStatus < 300 || ownFinalWord.test(word)) return true;
  return httpStatus === 422 && isFinalState(readJobState(word));
}

/**
 * Returns whether a job's body names another job, in `request_id` or in its own addresses (`…/requests/{id}/status`). A cache
 * in front of the service can mix answers up, and the other job can be another user's.
 */
export function namesOtherJob(body: Readonly<Record<string, unknown>>, requestId: string): boolean {
  return ["request_id", "status_url", "response_url", "poll_url"].some((name) => {
    const value = body[name];
    if (typeof value !== "string") return false;
    const id = name === "request_id" ? value : /\/requests\/([^/?#]+)/.exec(value)?.[1];
    return id !== undefined && id !== requestId;
  });
}

/**
 * Reads the state that an answer announces; undefined when it announces none. FAILED comes under 422 and under 200.
 *
 * @throws EaselError `bad_answer` when the answer is about another job
 */
export function readStatus(answer: Answer, requestId: string): JobStatus | undefined {
  const parsed = z.safeParse(recordWire, answer.body);
  if (!parsed.success || !isStateWord(parsed.data.status, answer.status)) return undefined;
  if (namesOtherJob(parsed.data, requestId)) throw new EaselError("bad_answer", { requestId });
  const word = parsed.data.status;
  const state = readJobState(word);
  const metrics = readMetrics(parsed.data.metrics);
  return {
    requestId,
    state,
    ...(readStateWord(word) === undefined ? { unknownState: word } : {}),
    ...(metrics ? { metrics } : {}),
    ...(state === "failed" ? { error: runError(answer, requestId) } : {}),
  };
}

/**
 * The error of a run that had failed when its submit was answered. Only 422 is the service's own word: with any other
 * number a body that speaks of failure may be a gateway's, and the run may have been taken.
 */
export function readFailedSubmit(answer: Answer): EaselError | undefined {
  const isFailed = answer.status === 422 && bodyText(answer, "status")?.toUpperCase() === "FAILED";
  return isFailed ? runError(answer) : undefined;
}

/** Seeds come back as text as often as a number; one that a number can't hold exactly is left to `body`. */
function readSeed(value: unknown): number | undefined {
  const seed = typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(seed) ? (seed as number) : undefined;
}

/** The result that the body of a completed job holds. */
export function readResult(answer: Pick<Answer, "body">, requestId: string): JobResult {
  const body = answer.body as Readonly<Record<string, unknown>>;
  const images = readImages(body);
  const text = images.length === 0 ? readText(body) : undefined;
  const seed = readSeed(body["seed"]);
  const prompt = bodyText(answer, "prompt");
  const metrics = readMetrics(z.safeParse(recordWire, body).data?.metrics);
  return {
    requestId,
    images,
    ...(text === undefined ? {} : { text }),
    ...(seed === undefined ? {} : { seed }),
    ...(prompt === undefined ? {} : { prompt }),
    ...(metrics ? { metrics } : {}),
    body,
  };
}
