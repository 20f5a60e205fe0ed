import type { JobResult, JobStatus, SubmittedJob } from "../protocol/index.ts";

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface SubmitOptions extends ReadOptions {
  /** Goes along as `Idempotency-Key`: the handler sends one attempt on once, however often it arrives. */
  readonly attemptId?: string | undefined;
}

/**
 * How the browser asks the host. `createClient` makes one for the handler's routes; an app may pass its own, for another
 * transport or service. Every method rejects with an `EaselError` and with nothing else.
 */
export interface Client {
  /** Starts a job. Costs money when it succeeds; is sent once and never again by itself. */
  submit(modelId: string, input: unknown, options?: SubmitOptions): Promise<SubmittedJob>;
  /** Where a job stands. Free. A failed run is a status with `state: "failed"`, not a rejection. */
  getStatus(requestId: string, options?: ReadOptions): Promise<JobStatus>;
  /** What a completed job made. Free. Rejects with `run_failed` or `content_blocked` for a failed one. */
  getResult(requestId: string, options?: ReadOptions): Promise<JobResult>;
  /** The bytes of a result's picture, also where its host does not let the page read them. */
  getAsset?(url: string, options?: ReadOptions): Promise<Blob>;
}
