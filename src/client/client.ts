import type { JsonSchema, ModelInfo } from "../models/modelFromJsonSchema.ts";
import type { JobResult, JobStatus, SubmittedJob } from "../protocol/wire.ts";

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface SubmitOptions extends ReadOptions {
  /** Attempt ID, sent as `Idempotency-Key`. The handler forwards each attempt only once. */
  readonly attemptId?: string | undefined;
}

export interface UploadOptions extends ReadOptions {
  /** Called with the uploaded fraction. `createClient` never calls it, because `fetch` doesn't report progress. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

export interface SubscribeOptions extends ReadOptions {
  /** Called with the current status, and then with each change. */
  readonly onStatus: (status: JobStatus, eventId?: string) => void;
  /** Called on each keep-alive, which the handler sends every 15 seconds. */
  readonly onAlive?: (() => void) | undefined;
  /** ID of the last event received before the stream broke. */
  readonly lastEventId?: string | undefined;
}

/** Serialized model whose schema includes the host's limits. `modelFromJsonSchema` deserializes it. */
export interface OfferedModel extends ModelInfo {
  readonly schema: JsonSchema;
  /** Cost of the initial form, in the service's credits. */
  readonly estimate?: number;
}

export interface HostConfig {
  readonly models: readonly OfferedModel[];
  readonly limits: {
    readonly requestsPerMinute?: number;
    /** Maximum number of pending jobs per user. */
    readonly jobsAtOnce?: number;
    readonly bodyBytes?: number;
    /** Maximum size of an upload. Undefined without uploads. */
    readonly uploadBytes?: number;
    /** Maximum width × height of an upload. */
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

/** Transport to the host, created by `createClient` or custom. Methods reject only with an `EaselError`. */
export interface Client {
  /** Address that identifies stored attempts. Without it, they survive a reload only with `<EaselProvider storage>`. */
  readonly address?: string;
  /**
   * Resolves once the backend has responded. Returns undefined if it already has. Submits wait for the promise.
   * Free. Rejects with an error such as `backend_unreachable`.
   */
  reach?(options?: ReadOptions): Promise<void> | undefined;
  /** Starts a job, which is charged. Never retried automatically. */
  submit(modelId: string, input: unknown, options?: SubmitOptions): Promise<SubmittedJob>;
  /** Polls a job. Free. A failed job resolves with `state: "failed"`. */
  getStatus(requestId: string, options?: ReadOptions): Promise<JobStatus>;
  /** Streams a job's status until it ends. Free, but keeps a connection open. Rejects if the stream fails. */
  subscribe?(requestId: string, options: SubscribeOptions): Promise<void>;
  /** Returns a result. Free. Rejects with `run_failed`, `content_blocked`, `run_canceled`, or `run_expired`. */
  getResult(requestId: string, options?: ReadOptions): Promise<JobResult>;
  /** Downloads a result's image, even if its host doesn't allow CORS. */
  getAsset?(url: string, options?: ReadOptions): Promise<Blob>;
  /**
   * Returns whether the backend responds to a repeated attempt ID with the first submit's job. `createHandler` sends
   * `easel-attempts: kept` if it has a persistent store.
   */
  keepsAttempts?(options?: ReadOptions): Promise<boolean>;
  /**
   * Returns the host's limits, and its models as JSON Schema. Free.
   *
   * @example
   * const { models = [] } = (await client.getConfig?.()) ?? {};
   * const offered = models.map(({ schema, ...info }) => modelFromJsonSchema(schema, info));
   */
  getConfig?(options?: ReadOptions): Promise<HostConfig>;
  /** Returns the host's balance, or undefined if it is hidden. Free. */
  getCredits?(options?: ReadOptions): Promise<Credits | undefined>;
  /** Uploads an input image. Free. The URL is valid for as long as the service keeps the file. */
  uploadImage?(image: Blob, options?: UploadOptions): Promise<{ readonly url: string }>;
}
