import type { JsonSchema, ModelInfo } from "../models/modelFromJsonSchema.ts";
import type { JobResult, JobStatus, SubmittedJob } from "../protocol/wire.ts";

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface SubmitOptions extends ReadOptions {
  /** Goes along as `Idempotency-Key`: the handler sends one attempt on once, however often it arrives. */
  readonly attemptId?: string | undefined;
}

export interface UploadOptions extends ReadOptions {
  /**
   * To be called with how much has left, from 0 to 1, by a client whose transport can tell. `createClient` never does:
   * `fetch` doesn't say.
   */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

export interface SubscribeOptions extends ReadOptions {
  /** Hears where the job stands: as it is now, then of each change. The id is what `lastEventId` takes. */
  readonly onStatus: (status: JobStatus, eventId?: string) => void;
  /** Hears of each sign that the stream lives, events among them. A handler gives one every 15 seconds. */
  readonly onAlive?: (() => void) | undefined;
  /** The last event of a stream that broke: what it told is not told again. */
  readonly lastEventId?: string | undefined;
}

/** All that `modelFromJsonSchema` needs to make a model of the host's again, with the host's own limits in its schema. */
export interface OfferedModel extends ModelInfo {
  readonly schema: JsonSchema;
  /** What a run costs as the form stands when it opens, in the service's credits, where the host shows it. */
  readonly estimate?: number;
}

/** What the host's handler offers and allows. */
export interface HostConfig {
  readonly models: readonly OfferedModel[];
  readonly limits: {
    readonly requestsPerMinute?: number;
    /** How many of a user's runs may be under way at once. */
    readonly jobsAtOnce?: number;
    readonly bodyBytes?: number;
    /** Only where images may be uploaded. */
    readonly uploadBytes?: number;
    /** Width × height. */
    readonly uploadPixels?: number;
  };
  /** Whether the host shows what is left on its account. A backend that does not say is asked. */
  readonly credits?: boolean;
}

/** What is left on the host's account, in the service's credits. */
export interface Credits {
  readonly credits: number;
  /** Credits that the service has given, where it tells them apart. */
  readonly freeCredits?: number;
}

/**
 * How the browser asks the host. `createClient` makes one for the handler's routes; an app may pass its own, for another
 * transport or service. Every method rejects with an `EaselError` and with nothing else.
 */
export interface Client {
  /**
   * Where it asks. Runs are kept in the browser under it, so that only the backend that took them is asked for them. A
   * client without one keeps nothing over a reload, unless `<EaselProvider storage>` says where.
   */
  readonly address?: string;
  /**
   * Resolves once the backend has answered as one; returns nothing where it has before. Free. Rejects with an error whose
   * `charged` is `no`: `backend_unreachable` where something else answers, or nothing at all. The hooks and `runJob` submit
   * nothing before it has resolved.
   */
  reach?(options?: ReadOptions): Promise<void> | undefined;
  /** Starts a job. Costs money when it succeeds; is sent once and never again by itself. */
  submit(modelId: string, input: unknown, options?: SubmitOptions): Promise<SubmittedJob>;
  /** Where a job stands. Free. A failed run is a status with `state: "failed"`, not a rejection. */
  getStatus(requestId: string, options?: ReadOptions): Promise<JobStatus>;
  /**
   * Tells of a job's changes of state as they happen, until the job or the stream ends; then it resolves. Free, but it
   * holds a connection. It rejects when it breaks or when there are no streams to be had: then `getStatus` is asked on
   * the schedule, as without this method. It is never called again by itself.
   */
  subscribe?(requestId: string, options: SubscribeOptions): Promise<void>;
  /**
   * What a completed job made. Free. Rejects with `run_failed`, `content_blocked`, `run_canceled` or `run_expired` for one
   * that ended without a result.
   */
  getResult(requestId: string, options?: ReadOptions): Promise<JobResult>;
  /** The bytes of a result's image, also where its host does not let the page read them. */
  getAsset?(url: string, options?: ReadOptions): Promise<Blob>;
  /**
   * Whether the backend answers a submit that it has had before, by its attempt id, with the first one's job. Then a
   * submit whose answer was lost may be checked on; without this method nobody is offered to. `createClient` goes by the
   * header `easel-attempts: kept`, which `createHandler` puts on every answer when its
   * store is a lasting one.
   */
  keepsAttempts?(options?: ReadOptions): Promise<boolean>;
  /**
   * What may be run here. The models come as JSON Schema, so that an app that knows its models does not carry zod's reader
   * along. Made again they draw the same form and refuse the same input as the host's own.
   *
   * @example
   * const { models = [] } = (await client.getConfig?.()) ?? {};
   * const offered = models.map(({ schema, ...info }) => modelFromJsonSchema(schema, info));
   */
  getConfig?(options?: ReadOptions): Promise<HostConfig>;
  /** What is left on the host's account. Free. Undefined where the host shows it to nobody. */
  getCredits?(options?: ReadOptions): Promise<Credits | undefined>;
  /** Hands an image over for use as an input. Free. The address is good for as long as the service keeps files. */
  uploadImage?(image: Blob, options?: UploadOptions): Promise<{ readonly url: string }>;
}
