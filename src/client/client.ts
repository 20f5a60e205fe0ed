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
  /** Called with the uploaded fraction. `createClient` never calls this, because `fetch` doesn't report progress. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

export interface SubscribeOptions extends ReadOptions {
  /** Called first with the current status, and then with the new status after each change. */
  readonly onStatus: (status: JobStatus, eventId?: string) => void;
  /** Called whenever data arrives. If nothing changes, the handler sends a keep-alive every 15 seconds. */
  readonly onAlive?: (() => void) | undefined;
  /** ID of the last event received before the stream broke. */
  readonly lastEventId?: string | undefined;
}

/** Serialized model. Its schema includes the host's limits. Use `modelFromJsonSchema` to deserialize the model. */
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
    /** Maximum size of an uploaded file. Undefined if the handler doesn't accept uploads. */
    readonly uploadBytes?: number;
    /** Maximum number of pixels (width × height) of an uploaded image. */
    readonly uploadPixels?: number;
  };
  /** Whether the host exposes its balance. */
  readonly credits?: boolean;
}

/** Host's balance, in the service's credits. */
export interface Credits {
  readonly credits: number;
  /** Free credits included in `credits`. */
  readonly freeCredits?: number;
}

/** Connection to the host. Use `createClient` or a custom implementation. Methods reject only with an `EaselError`. */
export interface Client {
  /**
   * Backend's address, used as a key for stored attempts. If undefined, attempts survive a reload only if
   * `<EaselProvider>` has a `storage`.
   */
  readonly address?: string;
  /**
   * Returns a promise that resolves once the backend has responded, or undefined if it already has. Submits wait for
   * the promise. Rejects with an error such as `backend_unreachable`. Free.
   */
  reach?(options?: ReadOptions): Promise<void> | undefined;
  /** Starts a job. Costs one generation. A failed submit is never retried automatically. */
  submit(modelId: string, input: unknown, options?: SubmitOptions): Promise<SubmittedJob>;
  /** Polls a job. Free. If the job has failed, resolves with `state: "failed"` instead of rejecting. */
  getStatus(requestId: string, options?: ReadOptions): Promise<JobStatus>;
  /** Streams a job's status until the job ends. Free, but keeps a connection open. Rejects if the stream fails. */
  subscribe?(requestId: string, options: SubscribeOptions): Promise<void>;
  /** Returns a job's result. Free. Rejects with `run_failed`, `content_blocked`, `run_canceled`, or `run_expired`. */
  getResult(requestId: string, options?: ReadOptions): Promise<JobResult>;
  /** Downloads one of a result's images, even if the image's host doesn't allow CORS. */
  getAsset?(url: string, options?: ReadOptions): Promise<Blob>;
  /**
   * Returns whether the backend responds to a repeated attempt ID with the first submit's job. If `createHandler` has a
   * persistent store, its responses have the header `easel-attempts: kept`.
   */
  keepsAttempts?(options?: ReadOptions): Promise<boolean>;
  /**
   * Returns the host's limits and its models, serialized as JSON Schema. Free.
   *
   * @example
   * const { models = [] } = (await client.getConfig?.()) ?? {};
   * const offered = models.map(({ schema, ...info }) => modelFromJsonSchema(schema, info));
   */
  getConfig?(options?: ReadOptions): Promise<HostConfig>;
  /** Returns the host's balance, or undefined if the host doesn't expose it. Free. */
  getCredits?(options?: ReadOptions): Promise<Credits | undefined>;
  /** Uploads an input image. Free. Resolves with a URL that is valid for as long as the service keeps the file. */
  uploadImage?(image: Blob, options?: UploadOptions): Promise<{ readonly url: string }>;
}
