import type { JsonSchema, ModelInfo } from "../models/modelFromJsonSchema.ts";
import type { JobResult, JobStatus, SubmittedJob } from "../protocol/wire.ts";

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface SubmitOptions extends ReadOptions {
  /** Attempt ID, sent as the `Idempotency-Key` header. The handler forwards each attempt to the service only once. */
  readonly attemptId?: string | undefined;
}

export interface UploadOptions extends ReadOptions {
  /** Called with the uploaded fraction, but never by `createClient`, because `fetch` doesn't report progress. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

export interface SubscribeOptions extends ReadOptions {
  /** Called once with the current status, and again with each new status. */
  readonly onStatus: (status: JobStatus, eventId?: string) => void;
  /** Called whenever data arrives. While nothing changes, the handler sends a keep-alive every 15 seconds. */
  readonly onAlive?: (() => void) | undefined;
  /** ID of the last event received before the stream broke. */
  readonly lastEventId?: string | undefined;
}

/** Serialized model, whose schema includes the host's limits. Deserialize it with `modelFromJsonSchema`. */
export interface OfferedModel extends ModelInfo {
  readonly schema: JsonSchema;
  /** Cost of a generation with the form's initial values, in the service's credits. */
  readonly estimate?: number;
}

export interface HostConfig {
  readonly models: readonly OfferedModel[];
  readonly limits: {
    readonly requestsPerMinute?: number;
    /** Maximum number of pending jobs per user. */
    readonly jobsAtOnce?: number;
    readonly bodyBytes?: number;
    /** Maximum size of an uploaded file, in bytes. Undefined if the handler doesn't accept uploads. */
    readonly uploadBytes?: number;
    /** Maximum number of pixels (width × height) of an uploaded image. */
    readonly uploadPixels?: number;
  };
  /** Whether the host exposes its balance. */
  readonly credits?: boolean;
  /** Whether the host can stop pending jobs. */
  readonly canCancel?: boolean;
}

/** Balance of the host's account, in the service's credits. */
export interface Credits {
  readonly credits: number;
  /** Number of free credits included in `credits`. */
  readonly freeCredits?: number;
}

/** Connection to the host. Use `createClient` or a custom implementation. Methods reject only with an `EaselError`. */
export interface Client {
  /**
   * Address of the backend, used as a key for stored attempts. If undefined, attempts survive a reload only if
   * `<EaselProvider>` has a `storage`.
   */
  readonly address?: string;
  /**
   * Waits until the backend has responded once, free of charge. Submissions wait for this promise. Returns undefined if
   * the backend has already responded. Rejects with an error such as `backend_unreachable`.
   */
  reach?(options?: ReadOptions): Promise<void> | undefined;
  /** Starts a job, which costs one generation. A failed submission is never retried automatically. */
  submit(modelId: string, input: unknown, options?: SubmitOptions): Promise<SubmittedJob>;
  /** Polls a job, free of charge. If the job has failed, resolves with `state: "failed"` instead of rejecting. */
  getStatus(requestId: string, options?: ReadOptions): Promise<JobStatus>;
  /**
   * Asks the service to stop a job, and resolves with the job's status, like `getStatus`. The job may still be pending
   * then, or may have ended before the request. Never repeated automatically. The call is free, but the service may
   * charge for the stopped job. If `getConfig` exists, jobs can be stopped only if its `canCancel` is true.
   */
  cancelJob?(requestId: string, options?: ReadOptions): Promise<JobStatus>;
  /** Streams a job's status until the job ends. Free, but keeps a connection open. Rejects if the stream fails. */
  subscribe?(requestId: string, options: SubscribeOptions): Promise<void>;
  /** Gets a job's result for free. Rejects with `run_failed`, `content_blocked`, `run_canceled`, or `run_expired`. */
  getResult(requestId: string, options?: ReadOptions): Promise<JobResult>;
  /** Downloads a result image, even if its host doesn't allow CORS. */
  getAsset?(url: string, options?: ReadOptions): Promise<Blob>;
  /**
   * Returns whether the backend responds to a repeated attempt ID with the job of the first submission. If
   * `createHandler` has a persistent store, its responses include the header `easel-attempts: kept`.
   */
  keepsAttempts?(options?: ReadOptions): Promise<boolean>;
  /**
   * Returns the host's limits and its models, which are serialized as JSON Schema. Free of charge.
   *
   * @example
   * const { models = [] } = (await client.getConfig?.()) ?? {};
   * const offered = models.map(({ schema, ...info }) => modelFromJsonSchema(schema, info));
   */
  getConfig?(options?: ReadOptions): Promise<HostConfig>;
  /** Returns the host's balance, or undefined if the host doesn't expose it. Free of charge. */
  getCredits?(options?: ReadOptions): Promise<Credits | undefined>;
  /** Uploads an input image, free of charge. Resolves with a URL that is valid while the service keeps the file. */
  uploadImage?(image: Blob, options?: UploadOptions): Promise<{ readonly url: string }>;
}
