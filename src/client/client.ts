import type { JsonSchema, ModelInfo } from "../models/modelFromJsonSchema.ts";
import type { JobResult, JobStatus, SubmittedJob } from "../protocol/wire.ts";

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface SubmitOptions extends ReadOptions {
  /** Sent as `Idempotency-Key`: the handler forwards an attempt once, however often it arrives. */
  readonly attemptId?: string | undefined;
}

export interface UploadOptions extends ReadOptions {
  /** Called with the uploaded fraction, if the transport reports it. `fetch`, and so `createClient`, doesn't. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

export interface SubscribeOptions extends ReadOptions {
  /** Called with the current status, and then with each change. */
  readonly onStatus: (status: JobStatus, eventId?: string) => void;
  /** Called with each sign of life, events included. A handler sends one every 15 seconds. */
  readonly onAlive?: (() => void) | undefined;
  /** Last event of a broken stream, to continue after it. */
  readonly lastEventId?: string | undefined;
}

/** Serialized model of the host, with its limits in the schema. `modelFromJsonSchema` reads it. */
export interface OfferedModel extends ModelInfo {
  readonly schema: JsonSchema;
  /** Cost of the initial form, in credits of the service. */
  readonly estimate?: number;
}

/** The handler's models and limits. */
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

/** Balance of the host's account, in credits of the service. */
export interface Credits {
  readonly credits: number;
  /** Free credits among them. */
  readonly freeCredits?: number;
}

/**
 * Transport between the browser and the host. `createClient` makes one for the handler's routes; an app may pass a custom
 * one. Methods reject only with an `EaselError`.
 */
export interface Client {
  /**
   * Address of the backend. Attempts are stored under it. Without one they don't survive a reload, unless
   * `<EaselProvider storage>` is set.
   */
  readonly address?: string;
  /**
   * Resolves once the backend has answered; returns undefined if it has before. Free. Rejects with an error that was not
   * charged, such as `backend_unreachable`. Submits wait for it.
   */
  reach?(options?: ReadOptions): Promise<void> | undefined;
  /** Starts a job, which is charged. Never retried automatically. */
  submit(modelId: string, input: unknown, options?: SubmitOptions): Promise<SubmittedJob>;
  /** Polls a job. Free. A failed job resolves with `state: "failed"`. */
  getStatus(requestId: string, options?: ReadOptions): Promise<JobStatus>;
  /**
   * Streams a job's changes of state until the job or the stream ends. Free, but holds a connection. Rejects if the stream
   * breaks or there is none; polling continues either way.
   */
  subscribe?(requestId: string, options: SubscribeOptions): Promise<void>;
  /**
   * Returns a completed job's result. Free. Rejects with `run_failed`, `content_blocked`, `run_canceled` or `run_expired`
   * if there is none.
   */
  getResult(requestId: string, options?: ReadOptions): Promise<JobResult>;
  /** Downloads an image of a result, also where its host doesn't allow CORS. */
  getAsset?(url: string, options?: ReadOptions): Promise<Blob>;
  /**
   * Whether the backend answers a repeated attempt ID with the first submit's job, so that an unknown submit can be checked.
   * `createClient` reads the header `easel-attempts: kept`, which `createHandler` sends with a persistent store.
   */
  keepsAttempts?(options?: ReadOptions): Promise<boolean>;
  /**
   * Returns the host's models and limits. Models are JSON Schema, so that apps with models of their own don't load a
   * reader.
   *
   * @example
   * const { models = [] } = (await client.getConfig?.()) ?? {};
   * const offered = models.map(({ schema, ...info }) => modelFromJsonSchema(schema, info));
   */
  getConfig?(options?: ReadOptions): Promise<HostConfig>;
  /** Returns the balance of the host's account, or undefined where it is hidden. Free. */
  getCredits?(options?: ReadOptions): Promise<Credits | undefined>;
  /** Uploads an input image. Free. The URL is valid as long as the service keeps files. */
  uploadImage?(image: Blob, options?: UploadOptions): Promise<{ readonly url: string }>;
}
