import { EaselError } from "../protocol/EaselError.ts";
import type { Charged, EaselErrorCode, Retry } from "../protocol/errorTable.ts";
import type { JobState } from "../protocol/jobState.ts";
import type { Job } from "./job.ts";

interface JobContext {
  readonly attemptId: string;
  readonly modelId: string;
  readonly scope: string;
}

/** Context in which an error occurred. */
export interface EaselErrorContext extends Partial<JobContext> {
  /**
   * Stage at which the error occurred. `load`: lazily loaded code didn't load. `submit`: the submission was refused, or
   * its outcome is unknown. `check`: a check of an unknown submission failed. `watch`: a poll or download failed and
   * will be retried. `cancel`: a job couldn't be stopped and continues. `run`: the job ended without a result.
   * `upload`: an input image couldn't be uploaded.
   */
  readonly during: "load" | "submit" | "check" | "watch" | "cancel" | "run" | "upload";
}

/** Telemetry event without prompts, inputs, image URLs, tickets, or service messages. Times are in milliseconds. */
export type EaselEvent =
  /** The job is about to be sent. */
  | (JobContext & { readonly type: "submitted" })
  /** The job was accepted. `durationMs` is the time since submission. */
  | (JobContext & { readonly type: "accepted"; readonly durationMs: number })
  /** This tab has started to watch a job that an earlier page or another tab submitted. */
  | (JobContext & { readonly type: "resumed" })
  | (JobContext & { readonly type: "state"; readonly state: JobState })
  | (JobContext & {
      readonly type: "finished";
      readonly outcome: "completed" | "failed" | "canceled" | "expired";
      /** Time from submission until this browser detected the job's end. */
      readonly durationMs: number;
      /** Time that the job spent in the queue, as reported by the service. */
      readonly queueMs?: number;
      /** Time that the generation took, as reported by the service. */
      readonly generationMs?: number;
      readonly images: number;
    })
  | (EaselErrorContext & {
      readonly type: "error";
      readonly code: EaselErrorCode;
      readonly charged: Charged;
      readonly retry: Retry;
      readonly status?: number;
    });

export interface EaselCallbacks {
  readonly onResult?: ((job: Job) => unknown) | undefined;
  readonly onError?: ((error: EaselError, context: EaselErrorContext) => unknown) | undefined;
  readonly onEvent?: ((event: EaselEvent) => unknown) | undefined;
}

export type Reporter = ReturnType<typeof createReporter>;

/** Returns a copy of an error without its message, fields, and ticket, which may contain user data. */
function withoutUserData({ code, status, charged, retry, retryAt, attemptId, cause }: EaselError) {
  const reason = code === "backend_unreachable" ? { cause } : {};
  return new EaselError(code, { status, charged, retry, retryAt, attemptId, ...reason });
}

/** Creates a reporter that calls the app's callbacks and logs errors thrown by `onEvent` and `onError`. */
export function createReporter() {
  let callbacks: EaselCallbacks = {};
  async function call(name: string, run: () => unknown): Promise<void> {
    try {
      await run();
    } catch (cause) {
      console.error(`Easel: ${name} failed. The job isn't affected.`, cause);
    }
  }
  const event = (one: EaselEvent) => void call("onEvent", () => callbacks.onEvent?.(one));
  return {
    use: (next: EaselCallbacks) => {
      callbacks = next;
    },
    result: (job: Job): unknown => callbacks.onResult?.(job),
    event,
    error: (error: EaselError, context: EaselErrorContext) => {
      const { code, charged, retry, status } = error;
      void call("onError", () => callbacks.onError?.(withoutUserData(error), context));
      event({
        type: "error",
        ...context,
        code,
        charged,
        retry,
        ...(status !== undefined && { status }),
      });
    },
  };
}
