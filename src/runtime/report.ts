import { EaselError } from "../protocol/EaselError.ts";
import type { Charged, EaselErrorCode, Retry } from "../protocol/errorTable.ts";
import type { JobState } from "../protocol/jobState.ts";
import type { Job } from "./job.ts";

/** Which run an event or an error is about. */
interface RunContext {
  /** The browser's id of the run, the same for all of its events. */
  readonly attemptId: string;
  readonly modelId: string;
  readonly scope: string;
}

/** Where an error arose. */
export interface EaselErrorContext extends Partial<RunContext> {
  /**
   * `load`: lazy code didn't load; `submit`: nothing was sent, or the outcome is unknown; `check`: finding out about an
   * unknown submit failed; `watch`: a poll or the download of a result failed and is retried; `run`: the run ended without
   * a result; `upload`: an input image could not be uploaded.
   */
  readonly during: "load" | "submit" | "check" | "watch" | "run" | "upload";
}

/**
 * What happened, for telemetry: ids of the browser, names and numbers. Never a prompt, an input, an image's address, a
 * ticket or a message of the service. Times are in milliseconds.
 */
export type EaselEvent =
  /** The run is in the ledger and about to be sent. */
  | (RunContext & { readonly type: "submitted" })
  /** The backend took the job. `durationMs` counts from the call. */
  | (RunContext & { readonly type: "accepted"; readonly durationMs: number })
  /** This tab watches a run that an earlier page or another tab began. */
  | (RunContext & { readonly type: "resumed" })
  /** A poll or the stream found the job in another state. */
  | (RunContext & { readonly type: "state"; readonly state: JobState })
  | (RunContext & {
      readonly type: "finished";
      readonly outcome: "completed" | "failed" | "expired";
      /** From the call until this browser knew. */
      readonly durationMs: number;
      /** As the service reports them. */
      readonly queueMs?: number;
      readonly generationMs?: number;
      readonly images: number;
    })
  | (EaselErrorContext & {
      readonly type: "error";
      readonly code: EaselErrorCode;
      readonly charged: Charged;
      readonly retry: Retry;
      /** The HTTP status, where there was one. */
      readonly status?: number;
    });

/** What an app gives to its provider to be called. */
export interface EaselCallbacks {
  readonly onResult?: ((job: Job) => unknown) | undefined;
  readonly onError?: ((error: EaselError, context: EaselErrorContext) => unknown) | undefined;
  readonly onEvent?: ((event: EaselEvent) => unknown) | undefined;
}

export interface Reporter {
  /** Sets what is called from now on, so that an app need not memoize its callbacks. */
  readonly use: (callbacks: EaselCallbacks) => void;
  readonly result: (job: Job) => unknown;
  readonly event: (event: EaselEvent) => void;
  readonly error: (error: EaselError, context: EaselErrorContext) => void;
}

/** The error without what a user typed or made: messages, fields and tickets may quote it. */
function withoutUserData({ code, status, charged, retry, retryAt, attemptId, cause }: EaselError) {
  const reason = code === "backend_unreachable" ? { cause } : {};
  return new EaselError(code, { status, charged, retry, retryAt, attemptId, ...reason });
}

/** Calls what the app has given last. What `onEvent` and `onError` throw goes to the console and breaks no job. */
export function createReporter(): Reporter {
  let callbacks: EaselCallbacks = {};
  async function call(name: string, run: () => unknown): Promise<void> {
    try {
      await run();
    } catch (cause) {
      console.error(`Easel: ${name} failed. The job is not affected.`, cause);
    }
  }
  const event = (one: EaselEvent) => void call("onEvent", () => callbacks.onEvent?.(one));
  return {
    use: (next) => {
      callbacks = next;
    },
    result: (job) => callbacks.onResult?.(job),
    event,
    error: (error, context) => {
      const { code, charged, retry, status } = error;
      void call("onError", () => callbacks.onError?.(withoutUserData(error), context));
      event({
        type: "error",
        ...context,
        code,
        charged,
        retry,
        ...(status === undefined ? {} : { status }),
      });
    },
  };
}
