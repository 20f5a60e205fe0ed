import * as z from "zod/v4-mini";
import { bodyText, type Answer } from "./answer.ts";
import { EaselError } from "./EaselError.ts";
import { isFinalState, readJobState, parseState, type JobState } from "./jobState.ts";
import { readImages, readText, type JobImage } from "./readOutput.ts";
import { isRequestId } from "./requestId.ts";

const metricsWire = z.looseObject({
  inference_time: z.catch(z.optional(z.number()), undefined),
  queue_time: z.catch(z.optional(z.number()), undefined),
  total_time: z.catch(z.optional(z.number()), undefined),
  cost: z.catch(z.optional(z.number()), undefined),
  remaining_credits: z.catch(z.optional(z.number()), undefined),
});

/** Schema of a job's response. Requires only `status`, because responses differ from the service's documentation. */
const recordWire = z.looseObject({
  status: z.string(),
  error: z.catch(z.nullish(z.string()), undefined),
  metrics: z.catch(z.nullish(metricsWire), undefined),
});

const submittedWire = z.looseObject({
  request_id: z.string().check(z.refine(isRequestId)),
  status: z.catch(z.string(), "QUEUED"),
});

/** Job metrics: times in seconds, amounts in the service's credits. Amounts are set only if the host exposes them. */
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
  /** Name of a state that isn't recognized, as sent by the service. `state` is then `processing`. */
  readonly unknownState?: string;
  readonly error?: EaselError;
  readonly metrics?: JobMetrics;
  /** Time at which to poll next, in milliseconds since 1970. */
  readonly retryAt?: number;
}

export interface JobResult {
  readonly requestId: string;
  /** Result images, one per sample, in the order returned by the service. */
  readonly images: readonly JobImage[];
  readonly text?: string;
  /** Seed that the service used, even if it was random. */
  readonly seed?: number;
  readonly prompt?: string;
  readonly metrics?: JobMetrics;
  /** Response body. Includes `seeds` if the service reports a seed for each image. */
  readonly body: Readonly<Record<string, unknown>>;
}

const toMetrics = (wire: z.infer<typeof metricsWire>): JobMetrics => ({
  inferenceTime: wire.inference_time,
  queueTime: wire.queue_time,
  totalTime: wire.total_time,
  cost: wire.cost,
  remainingCredits: wire.remaining_credits,
});

const blocked = /\b(nsfw|rai|safety|moderat(ed|ion)|content (policy|filter)|blocked)\b/i;

/** Returns a failed job's error. Failed jobs are never charged, but canceled and expired jobs may have been charged. */
function jobError(answer: Answer, requestId?: string): EaselError {
  const message = bodyText(answer, "error");
  const status = bodyText(answer, "status") ?? "";
  const state = parseState(status);
  const isBlocked = blocked.test(`${status.replaceAll("_", " ")} ${message ?? ""}`);
  const code =
    state === "canceled" || state === "expired"
      ? (`run_${state}` as const)
      : isBlocked
        ? "content_blocked"
        : "run_failed";
  return new EaselError(code, { message, status: answer.status, requestId });
}

const serviceFinalState = /^(completed|failed)$/i;

/** Returns the submitted job, or undefined if the response isn't a 2xx with a valid job ID. */
export function readSubmitted(answer: Answer): SubmittedJob | undefined {
  const parsed = z.safeParse(submittedWire, answer.body);
  if (answer.status >= 300 || !parsed.success) return undefined;
  const { request_id: requestId, status } = parsed.data;
  const state = readJobState(status);
  // In response to a submit, "success" means only that the job was accepted.
  const isPending = isFinalState(state) && !serviceFinalState.test(status);
  return { requestId, state: isPending ? "queued" : state };
}

/** Returns whether `status` is a job's state. In an error body, "error" or "timeout" may describe the HTTP response. */
function isJobState(status: string, httpStatus: number): boolean {
  if (httpStatus < 300 || serviceFinalState.test(status)) return true;
  return httpStatus === 422 && isFinalState(readJobState(status));
}

/** Returns whether a response is about another job, perhaps another user's. A cache can mix up responses. */
export function namesOtherJob(body: Readonly<Record<string, unknown>>, requestId: string): boolean {
  return ["request_id", "status_url", "response_url", "poll_url"].some((name) => {
    const value = body[name];
    if (typeof value !== "string") return false;
    const id = name === "request_id" ? value : /\/requests\/([^/?#]+)/.exec(value)?.[1];
    return id !== undefined && id !== requestId;
  });
}

/** Returns a job's status, or undefined if there is none. @throws EaselError `bad_answer` if it's about another job */
export function readStatus(answer: Answer, requestId: string): JobStatus | undefined {
  const record = z.safeParse(recordWire, answer.body).data;
  if (!record || !isJobState(record.status, answer.status)) return undefined;
  if (namesOtherJob(record, requestId)) throw new EaselError("bad_answer", { requestId });
  const { status, metrics } = record;
  const state = readJobState(status);
  return {
    requestId,
    state,
    ...(parseState(status) === undefined ? { unknownState: status } : {}),
    ...(metrics ? { metrics: toMetrics(metrics) } : {}),
    ...(state === "failed" ? { error: jobError(answer, requestId) } : {}),
  };
}

/** Returns the error of a job that failed on submit. Requires a 422, because other errors may come from a gateway. */
export function readFailedSubmit(answer: Answer): EaselError | undefined {
  const isFailed = answer.status === 422 && bodyText(answer, "status")?.toUpperCase() === "FAILED";
  return isFailed ? jobError(answer) : undefined;
}

/** Returns a seed given as a number or a numeric string, or undefined if it isn't a safe integer. */
function readSeed(value: unknown): number | undefined {
  const seed = typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(seed) ? (seed as number) : undefined;
}

export function readResult(answer: Pick<Answer, "body">, requestId: string): JobResult {
  const body = answer.body as Readonly<Record<string, unknown>>;
  const images = readImages(body);
  const text = images.length === 0 ? readText(body) : undefined;
  const seed = readSeed(body["seed"]);
  const prompt = bodyText(answer, "prompt");
  const metrics = z.safeParse(recordWire, body).data?.metrics;
  return {
    requestId,
    images,
    ...(text === undefined ? {} : { text }),
    ...(seed === undefined ? {} : { seed }),
    ...(prompt === undefined ? {} : { prompt }),
    ...(metrics ? { metrics: toMetrics(metrics) } : {}),
    body,
  };
}
