import type { JobImage } from "../../protocol/readOutput.ts";
import type { JobStatus, SubmittedJob } from "../../protocol/wire.ts";

export interface CallOptions {
  /** Signal that aborts the call. Absent for a submit, which must not be aborted. */
  readonly signal?: AbortSignal | undefined;
}

export interface BackendJob extends JobStatus {
  readonly images?: readonly JobImage[];
  readonly text?: string;
  readonly seed?: number;
  /** Body in Segmind's v2 format, read if `images` and `text` are absent. Keeps only `seed`, `seeds`, and `prompt`. */
  readonly body?: Readonly<Record<string, unknown>>;
}

export interface AccountCredits {
  readonly credits: number;
  readonly freeCredits?: number | undefined;
}

/**
 * Calls to the image service. The methods receive validated input and need no loops, timers, or retries. See
 * `docs/guide/backends.md`. Throw an `EaselError`: `submit_unknown` if a submit may have been accepted but returned
 * no ID, or a code with `charged: "no"` if nothing was accepted. Any other error from `submit` becomes `internal`, and
 * the attempt isn't sent again. For a failed job, return a record with `state: "failed"` and an `error`.
 */
export interface Backend {
  /** Submits a job exactly once, because jobs are charged. Returns a new ID: 1 to 64 letters, digits, "-", or "_". */
  submit(
    modelId: string,
    input: Readonly<Record<string, unknown>>,
    options: CallOptions,
  ): Promise<SubmittedJob>;
  /** Throws `job_not_found` for an unknown job, and `bad_answer` for a response about another job. */
  getStatus(requestId: string, options: CallOptions): Promise<BackendJob>;
  getResult(requestId: string, options: CallOptions): Promise<BackendJob>;
  getCredits?(options: CallOptions): Promise<AccountCredits>;
  uploadImage?(image: Blob, options: CallOptions): Promise<{ readonly url: string }>;
  /** Returns whether the service reads an address without network access. Other private addresses are refused. */
  readsInput?(url: string): boolean;
  /** Origins of result files, such as `https://images.example.com`. Files from other origins aren't fetched. */
  readonly assetOrigins?: readonly string[];
  /** Returns a developer message about a missing option. While it does, requests fail with `not_configured`. */
  missingConfig?(): string | undefined;
  fetchAsset?(request: Request): Promise<Response>;
}
