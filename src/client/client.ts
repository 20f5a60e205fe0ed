import type { JsonSchema, ModelInfo } from "../models/modelFromJsonSchema.ts";
import type { JobResult, JobStatus, SubmittedJob } from "../protocol/wire.ts";

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface SubmitOptions extends ReadOptions {
  /** Sent as `Idempotency-Key`: the handler forwards an attempt once. */
  readonly attemptId?: string | undefined;
}

export interface UploadOptions extends ReadOptions {
  /** Called with the uploaded fraction. `createClient` doesn't, because `fetch` doesn't report it. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

export interface SubscribeOptions extends ReadOptions {
  /** Called with the current status, and then with each change. */
  readonly onStatus: (status: JobStatus, eventId?: string) => void;
  /** Called on each keep-alive, which the handler sends every 15 seconds. */
  readonly onAlive?: (() => void) | undefined;
  /** Continues a broken stream after this event. */
  readonly lastEventId?: string | undefined;
}

/** Serialized model, with the host's limits in its schema. `modelFromJsonSchema` reads it. */
export interface OfferedModel extends ModelInfo {
  readonly schema: JsonSchema;
  /** Cost of the initial form, in credits of the service. */
  readonly estimate?: number;
}

export interface HostConfig {
  readonly models: readonly OfferedModel[];
  readonly limits: {
    readonly requestsPerMinute?: number;
    /** Pending jobs of a user. */
    readonly jobsAtOnce?: number;
    readonly bodyBytes?: number;
    /** Undefined without uploads. */
    readonly uploadBytes?: number;
    /** Width × height. */
    readonly uploadPixels?: number;
  };
  /** Whether the host shows its balance. */
  readonly credits?: boolean;
}

/** Balance of the host, in credits of the service. */
export interface Credits {
  readonly credits: number;
  /** Free credits among them. */
  readonly freeCredits?: number;
}

/** Transport to the host: `createClient` or a custom one. Methods reject only with an `EaselError`. */
export interface Client {
  /** Attempts are stored under it. Without one they survive a reload only with `<EaselProvider storage>`. */
  readonly address?: string;
  /**
   * Resolves once the backend has answered; returns undefined if it has before. Submits wait for it. Free. Rejects with an
   * error such as `backend_unreachable`.
   */
  reach?(options?: ReadOptions): Promise<void> | undefined;
  /** Starts a job, which is charged. Never retried automatically. */
  submit(modelId: string, input: unknown, options?: SubmitOptions): Promise<SubmittedJob>;
  /** Polls a job. Free. A failed job resolves with `state: "failed"`. */
  getStatus(requestId: string, options?: ReadOptions): Promise<JobStatus>;
  /** Streams a job's states until it ends. Free, but holds a connection. Rejects if the stream breaks or there is none. */
  subscribe?(requestId: string, options: SubscribeOptions): Promise<void>;
  /** Free. Rejects with `run_failed`, `content_blocked`, `run_canceled` or `run_expired` if there is no result. */
  getResult(requestId: string, options?: ReadOptions): Promise<JobResult>;
  /** Downloads a result's image, also if its host doesn't allow CORS. */
  getAsset?(url: string, options?: ReadOptions): Promise<Blob>;
  /**
   * Whether the backend answers a repeated attempt ID with the first submit's job. `createHandler` sends
   * `easel-attempts: kept` if it has a persistent store.
   */
  keepsAttempts?(options?: ReadOptions): Promise<boolean>;
  /**
   * Returns the host's models, as JSON Schema, and limits. Free.
   *
   * @example
   * const { models = [] } = (await client.getConfig?.()) ?? {};
   * const offered = models.map(({ schema, ...info }) => modelFromJsonSchema(schema, info));
   */
  getConfig?(options?: ReadOptions): Promise<HostConfig>;
  /** Returns the host's balance, or undefined if it is hidden. Free. */
  getCredits?(options?: ReadOptions): Promise<Credits | undefined>;
  /** Uploads an input image. Free. The URL is valid as long as the service keeps files. */
  uploadImage?(image: Blob, options?: UploadOptions): Promise<{ readonly url: string }>;
}
