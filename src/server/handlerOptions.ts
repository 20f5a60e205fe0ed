import type { Model } from "../models/index.ts";
import type { JobState, PollState } from "../protocol/index.ts";
import type { Backend } from "./backend.ts";
import type { HandlerEvent } from "./handlerEvent.ts";
import type { Store } from "./stores/store.ts";

type Awaitable<T> = T | Promise<T>;

export interface HandlerLimits {
  /** What one user may ask for in a minute, polls included: about 30 a running job. Needed with `authorize: "public"`. */
  readonly requestsPerMinute?: number | undefined;
  /** How many unfinished jobs one user may have. One that nobody looks up counts for an hour at most. */
  readonly jobsAtOnce?: number | undefined;
  /**
   * What the service allows your account in a minute, polls included, for all instances together. When it runs low,
   * statuses give way first, then results, and submits last. Without it the service's own 429 is what is kept to.
   */
  readonly upstreamRequestsPerMinute?: number | undefined;
  /** The longest body of a submit, in bytes; a picture may stand in it as a data URL. @default 12_000_000 */
  readonly bodyBytes?: number | undefined;
  /** The largest file that the asset route hands on, in bytes. @default 50_000_000 */
  readonly assetBytes?: number | undefined;
  /** The largest picture that may be uploaded as an input, in bytes. @default 10_000_000 */
  readonly uploadBytes?: number | undefined;
  /** The largest picture that may be uploaded, in pixels: width × height. @default 50_000_000 */
  readonly uploadPixels?: number | undefined;
  /**
   * How many streams of events one user may hold open at this instance; a browser of Easel's holds two at most. Where all
   * visitors share one minute (see `clientKey`), they share these too. One too many is answered with 429, and its job is
   * polled. @default 100
   */
  readonly streamsAtOnce?: number | undefined;
  /** How long a job's id is good for, in hours; the service itself keeps a job for one. @default 24 */
  readonly jobHours?: number | undefined;
  /**
   * With `authorize: "public"`: whose minute a request counts in, for example the address that your proxy puts into a
   * header. Only trust a header that your own proxy writes. Without it all visitors share one minute.
   */
  clientKey?(request: Request): string;
}

/** A run that is about to be paid for. */
export interface IntendedRun {
  readonly userId: string;
  readonly model: Model;
  /** Checked, with every default filled in. */
  readonly input: Readonly<Record<string, unknown>>;
  /** What it will cost by the model's own `price`, in the service's credits. */
  readonly estimate?: number;
}

/** A run that has come to its end. */
export interface FinishedRun {
  readonly userId: string;
  readonly modelId: string;
  /** The service's own id, for your records; the browser never sees it as such. */
  readonly requestId: string;
  readonly state: Extract<JobState, "completed" | "failed">;
  /** In the service's credits. A failed run costs nothing. */
  readonly cost?: number;
  /** What is left on the account. */
  readonly remainingCredits?: number;
}

export interface HandlerOptions {
  /** The image service: `segmind({ apiKey })`, or one of your own. */
  readonly backend: Backend;
  /** The models that may be run here; no others are. */
  readonly models: readonly Model[];
  /**
   * Who is asking: null or undefined is answered with 401. It sees the request as it came and must leave its body alone.
   * `"public"` lets everybody in, and then `limits.requestsPerMinute` must be set.
   */
  readonly authorize:
    | ((request: Request) => Awaitable<{ readonly userId: string } | null | undefined>)
    | "public";
  /**
   * Signs the ids that browsers get: 32 bytes or more, the same on every instance. To change it, put the new one first
   * and keep the old one for a day: `[new, old]`.
   */
  readonly secret: string | readonly string[];
  /** Where it is mounted. @default "/api/easel" */
  readonly basePath?: string | undefined;
  /**
   * Keeps attempts, so that none is paid for twice, and what is known of jobs, so that the service is asked once for all
   * who look. Several instances need one that they share: `redisStore(client)`. @default memoryStore()
   */
  readonly store?: Store | undefined;
  readonly limits?: HandlerLimits | undefined;
  /**
   * How long the service is not asked for a job again, in milliseconds; until then all get the state that was seen last.
   * @default a good half of `nextPollDelay`, because one look serves all who watch; four fifths of it once jobs of the model
   * have shown how long they take
   */
  pollDelay?(state: PollState): number;
  /**
   * Other origins whose pages may use it (`https://app.example.com`); they get CORS headers too. Also for a proxy that
   * passes on neither `Host` nor `X-Forwarded-Host`: then name the app's own origin.
   */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** What browsers may see of the account. @default nothing */
  readonly expose?: { readonly cost?: boolean; readonly credits?: boolean } | undefined;
  /**
   * Called once for each intended run before it is paid for. A text refuses it and is shown to the user, as is a thrown
   * `EaselError`; `false` refuses it without a word of yours. Anything else that is thrown is taken for a fault of yours:
   * 500, and nothing is submitted.
   */
  beforeSubmit?(run: IntendedRun): Awaitable<string | false | void>;
  /** Called once for each run that is seen to have ended, for metering. A run that nobody looks up is not seen. */
  afterResult?(run: FinishedRun): Awaitable<void>;
  onEvent?(event: HandlerEvent): void;
}
