import type { JobImage } from "../../protocol/readOutput.ts";
import type { JobStatus, SubmittedJob } from "../../protocol/wire.ts";

export interface CallOptions {
  /** Absent for a submit, which must not be interrupted. */
  readonly signal?: AbortSignal | undefined;
}

export interface BackendJob extends JobStatus {
  readonly images?: readonly JobImage[];
  readonly text?: string;
  readonly seed?: number;
  /** Segmind's v2 body, read where `images` and `text` are absent. Only `seed`, `seeds` and `prompt` are kept. */
  readonly body?: Readonly<Record<string, unknown>>;
}

export interface AccountCredits {
  readonly credits: number;
  readonly freeCredits?: number | undefined;
}

/**
 * The image service behind the handler: plain calls without loops, timers or retries, for checked input.
 * `docs/writing-a-backend.md` has an example.
 *
 * Errors are thrown as `EaselError`. When `submit` may have been accepted and returned no id, throw `submit_unknown`;
 * codes with `charged: "no"` mean that nothing was accepted. Other errors of `submit` become `internal`, and the
 * attempt isn't sent again. A failed job is a record with `state: "failed"` and an `error`.
 */
export interface Backend {
  /** Submits a job, once, for money. Returns a new id of 1 to 64 letters, digits, "-" and "_". */
  submit(
    modelId: string,
    input: Readonly<Record<string, unknown>>,
    options: CallOptions,
  ): Promise<SubmittedJob>;
  /** Throws `job_not_found` for an unknown job, `bad_answer` for another job. */
  getStatus(requestId: string, options: CallOptions): Promise<BackendJob>;
  getResult(requestId: string, options: CallOptions): Promise<BackendJob>;
  getCredits?(options: CallOptions): Promise<AccountCredits>;
  uploadImage?(image: Blob, options: CallOptions): Promise<{ readonly url: string }>;
  /** Returns whether the service reads an address without the network. Other private ones are refused. */
  readsInput?(url: string): boolean;
  /** Origins of results' files (`https://images.example.com`). Other files aren't fetched. */
  readonly assetOrigins?: readonly string[];
  /** Names the missing option, such as the key, to the developer. Until undefined, answers are `not_configured`. */
  missingConfig?(): string | undefined;
  fetchAsset?(request: Request): Promise<Response>;
}
