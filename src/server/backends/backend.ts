import type { JobImage } from "../../protocol/readOutput.ts";
import type { JobStatus, SubmittedJob } from "../../protocol/wire.ts";

export interface CallOptions {
  /** Signal that aborts the call. Absent for `submit`, because a submission must not be aborted. */
  readonly signal?: AbortSignal | undefined;
}

export interface BackendJob extends JobStatus {
  readonly images?: readonly JobImage[];
  readonly text?: string;
  readonly seed?: number;
  /**
   * Response body in Segmind's v2 format. If `images` and `text` are absent, the result is read from `body`. Only
   * its `seed`, `seeds`, and `prompt` fields are kept.
   */
  readonly body?: Readonly<Record<string, unknown>>;
}

export interface AccountCredits {
  readonly credits: number;
  readonly freeCredits?: number | undefined;
}

/**
 * Connection to an image service. Its methods receive validated input and don't need to poll, retry, or set timeouts.
 * See `docs/guide/backends.md`. To report an error, throw an `EaselError`: `submit_unknown` if the service may have
 * accepted a job but returned no ID, or a code with `charged: "no"` if it accepted nothing. Any other error from
 * `submit` becomes `internal`, and the attempt isn't sent again. For a failed job, return a record with
 * `state: "failed"` and an `error`.
 */
export interface Backend {
  /** Sends only one request, because each may be charged. Returns a job ID of 1 to 64 letters, digits, "-", or "_". */
  submit(
    modelId: string,
    input: Readonly<Record<string, unknown>>,
    options: CallOptions,
  ): Promise<SubmittedJob>;
  /** Throws `job_not_found` if the job is unknown, and `bad_answer` if the response is about another job. */
  getStatus(requestId: string, options: CallOptions): Promise<BackendJob>;
  getResult(requestId: string, options: CallOptions): Promise<BackendJob>;
  /**
   * Asks the service to stop a job. Called only if a user asks for it, and never repeated automatically. Resolves if
   * the service accepted the request or the job has already ended, and throws `job_not_found` if the job is unknown. The
   * next status shows whether the job was stopped: `state: "failed"` with a `run_canceled` error, whose `charged` is
   * "unknown" unless the service says whether it charged the job.
   */
  cancel?(requestId: string, options: CallOptions): Promise<void>;
  getCredits?(options: CallOptions): Promise<AccountCredits>;
  uploadImage?(image: Blob, options: CallOptions): Promise<{ readonly url: string }>;
  /** Returns whether the service reads a URL without a network request. If so, even a private address is sent. */
  readsInput?(url: string): boolean;
  /** Origins of result files, such as `https://images.example.com`. Files from other origins aren't fetched. */
  readonly assetOrigins?: readonly string[];
  /** Returns a message for the developer if an option is missing. Requests then fail with `not_configured`. */
  missingConfig?(): string | undefined;
  fetchAsset?(request: Request): Promise<Response>;
}
