import type { Model } from "../../models/defineModel.ts";
import type { PollState } from "../../polling/nextPollDelay.ts";
import type { Backend } from "../backends/backend.ts";
import type { HandlerEvent } from "../events/handlerEvent.ts";
import type { Store } from "../stores/store.ts";
import type { HandlerLimits } from "./handlerLimits.ts";
import type { HandlerUser } from "./handlerUser.ts";
import type { EndedJob, JobRequest, SubmitEnd } from "./hookEvents.ts";

type Awaitable<T> = T | Promise<T>;

export interface HandlerOptions<User extends HandlerUser = HandlerUser> {
  /** The image service: `segmind({ apiKey })`, or a custom backend. */
  readonly backend: Backend;
  /** The only models that may be used. */
  readonly models: readonly Model[];
  /**
   * Returns the user of a request; null or undefined is answered with 401. It must not read the body. `"public"` lets
   * everybody in, and requires `limits.requestsPerMinute`.
   *
   * Hooks that are written after it get its result, typed. With `onJobEnd` the result is stored as JSON, so leave out
   * session tokens.
   */
  readonly authorize: ((request: Request) => Awaitable<User | null | undefined>) | "public";
  /**
   * Signs tickets: at least 32 bytes, the same on every instance. To rotate it, pass `[new, old]` for a day. While it
   * is absent or blank, the app builds and starts, and requests are answered with `not_configured`.
   */
  readonly secret: string | readonly (string | undefined)[] | undefined;
  /** Path of the handler. @default "/api/easel" */
  readonly basePath?: string | undefined;
  /**
   * Stores attempts, so that none is charged twice, and jobs, so that one poll serves all watchers. Several instances
   * must share one: `redisStore(client)`. @default memoryStore()
   */
  readonly store?: Store | undefined;
  readonly limits?: HandlerLimits | undefined;
  /**
   * Returns the milliseconds until the service may be polled for a job again. @default `nextPollDelay` × 0.6, and ×
   * 0.8 once jobs of the model have ended; also used, with one reported error, where this throws or returns an
   * invalid number
   */
  pollDelay?(state: PollState): number;
  /**
   * Other origins whose pages may use the handler, with CORS (`https://app.example.com`, `capacitor://localhost`,
   * `chrome-extension://…`). Behind a proxy that hides the app's address, add the app's own origin. Blank entries are
   * ignored.
   */
  readonly allowedOrigins?: readonly (string | undefined)[] | undefined;
  /**
   * The `Cross-Origin-Resource-Policy` of result files. `"cross-origin"` is for pages of other sites, or with
   * `Cross-Origin-Embedder-Policy`, that embed them in `<img>` or `<video>`. @default "same-site"
   */
  readonly assetPolicy?: "same-origin" | "same-site" | "cross-origin" | undefined;
  /**
   * Origins of your own files (`https://cdn.example.com`, `http://minio:9000`), also private ones. The handler
   * fetches image inputs from them, without credentials and redirects, and sends data URLs. Other public addresses
   * are sent unchanged. Other private ones are answered with 400 `invalid_request`, because a self-hosted service
   * would fetch them from your network; host names aren't resolved, so isolate such a service too. @default []
   */
  readonly allowedInputOrigins?: readonly (string | undefined)[] | undefined;
  /** What browsers may see of the account: costs of jobs, and the balance. @default nothing */
  readonly expose?: { readonly cost?: boolean; readonly credits?: boolean } | undefined;
  /**
   * Called before each submit, but not for a repeated attempt that is answered from the store.
   *
   * A string or a thrown `EaselError` refuses the job, and is shown to the user; `false` refuses it with a general
   * message. `{ input }` replaces the input, and is validated. Any other error is reported as your fault: 500
   * `internal`, and nothing is sent.
   *
   * To enforce a budget, reserve `estimate` in one atomic step under `id`, and release it in `onSubmitEnd`. A second
   * reservation of an `id` must change nothing.
   */
  beforeSubmit?(
    job: JobRequest<User>,
  ): Awaitable<{ readonly input: Readonly<Record<string, unknown>> } | string | false | void>;
  /**
   * Called once after each `beforeSubmit` with the same `id`: when the service has accepted the job, refused it, or
   * not answered, or nothing was sent. Not called when the process dies during the submit: let reservations expire.
   *
   * The answer waits for it for 2 seconds. An error is reported. A refused attempt that is sent again has the same
   * `id`, or a new one when this call took longer.
   */
  onSubmitEnd?(end: SubmitEnd<User>): Awaitable<void>;
  /**
   * Called when a job has ended: completed, failed, canceled or expired.
   *
   * At least once for each `id`, and once in normal operation, for all instances that share a store. When it fails or
   * doesn't settle within five minutes, that is reported, and it is called again after 1 and 10 seconds and 1, 5 and
   * 30 minutes: 6 times in all. A process that dies leaves the rest to the next poll. Then an `abandoned` event
   * follows.
   *
   * The browser's answer waits for the first call, and doesn't fail with it. The end of a job that isn't polled isn't
   * noticed.
   */
  onJobEnd?(job: EndedJob<User>): Awaitable<void>;
  /**
   * Called with every event. Without it, errors that you must fix are printed to `console.error`, each kind once a
   * minute, without prompts, keys or ids.
   */
  onEvent?(event: HandlerEvent): void;
}
