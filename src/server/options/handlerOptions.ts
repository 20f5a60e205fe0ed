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
  /** The image service: `segmind({ apiKey })`, or one of your own. */
  readonly backend: Backend;
  /** The models that may be run here; no others are. */
  readonly models: readonly Model[];
  /**
   * Who is asking: null or undefined is answered with 401. It sees the request as it came and must leave its body alone.
   * `"public"` lets everybody in, and then `limits.requestsPerMinute` must be set.
   *
   * `beforeSubmit` and `onJobEnd` get what it returns, with its type where it is written before them. With `onJobEnd` it
   * is kept in the store as JSON, so return what these need and no session token.
   */
  readonly authorize: ((request: Request) => Awaitable<User | null | undefined>) | "public";
  /**
   * Signs the ids that browsers get: 32 bytes or more, the same on every instance. To change it, put the new one first
   * and keep the old one for a day: `[new, old]`. While it is absent from the environment (undefined or blank), the app
   * builds and starts, and each request is answered with `not_configured`.
   */
  readonly secret: string | readonly (string | undefined)[] | undefined;
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
   * have shown how long they take. It is also used, and an error reported once, where this throws or returns anything but
   * a finite number of 0 or more.
   */
  pollDelay?(state: PollState): number;
  /**
   * Other origins whose pages may use it (`https://app.example.com`), with the custom schemes of native shells
   * (`capacitor://localhost`, `tauri://localhost`, `chrome-extension://…`); they get CORS headers too. Also for a proxy that
   * hides the app's own address: then name the app's own origin. Blank entries are ignored.
   */
  readonly allowedOrigins?: readonly (string | undefined)[] | undefined;
  /**
   * The `Cross-Origin-Resource-Policy` of result files: the pages that may embed them from this handler, in `<img>` or
   * `<video>`. `"cross-origin"` is for pages of other sites, and for those with `Cross-Origin-Embedder-Policy`. Requests of
   * `createClient` and downloads aren't affected. @default "same-site"
   */
  readonly assetPolicy?: "same-origin" | "same-site" | "cross-origin" | undefined;
  /**
   * Origins of your own files (`https://cdn.example.com`, `http://minio:9000`), private ones included. An image input with
   * such an address is fetched by the handler, without credentials and redirects, and is sent to the service as a data URL.
   * Other public addresses are sent as they are. Other private ones (localhost, 10.0.0.0/8, `.internal`, …) are answered with
   * 400 `invalid_request`, because a self-hosted service would fetch them from your network. A name is not looked up, so
   * keep such a service from your network by other means too. Blank entries are ignored. @default []
   */
  readonly allowedInputOrigins?: readonly (string | undefined)[] | undefined;
  /**
   * What browsers may see of the account: a job's cost, with what was left after it, and the balance. Of the service's
   * answers they only get the fields that clients read. @default nothing
   */
  readonly expose?: { readonly cost?: boolean; readonly credits?: boolean } | undefined;
  /**
   * Called before each job is submitted. A repeated attempt is answered from the store, without a call.
   *
   * A string refuses it and is shown to the user, as is a thrown `EaselError`; `false` refuses it with a general message.
   * `{ input }` replaces what is sent, and is validated as the browser's input was: invalid, nothing is sent, and the answer
   * is `invalid_input`. Anything else that is thrown is reported as a fault of yours: 500 `internal`, and nothing is sent.
   *
   * To hold a user to a budget, reserve `estimate` here in one atomic step under `id`, and release it in `onSubmitEnd`:
   * submits arrive in parallel. Reserving an `id` that is reserved already must change nothing.
   */
  beforeSubmit?(
    job: JobRequest<User>,
  ): Awaitable<{ readonly input: Readonly<Record<string, unknown>> } | string | false | void>;
  /**
   * Called once after each call of `beforeSubmit`, with the same `id`: when the service has taken the job, refused it, or
   * left its answer open, and also when `beforeSubmit` itself refused or threw, or the submit ended before it was sent. Not
   * called for a repeated attempt that is answered from the store, or when the process dies during the submit: let
   * reservations expire.
   *
   * The answer waits for it, for 2 seconds at most, and never fails with it: an error is reported. An attempt that is sent
   * again after a refusal has the same `id`, or a new one when this call was not finished within these 2 seconds.
   */
  onSubmitEnd?(end: SubmitEnd<User>): Awaitable<void>;
  /**
   * Called when a job is seen to have ended: completed, failed, canceled or expired. A submit that was refused is no job.
   *
   * At least once for each job with the same `id`, and once in normal operation, across tabs, streams and instances that
   * share a store. When it throws, rejects, or hasn't settled after five minutes, that is reported, and it is called again
   * with the same `id`: at most 6 times in all, after 1 and 10 seconds and 1, 5 and 30 minutes, in the background, also when
   * no page asks. The count is in the store, so a process that dies leaves the rest to the next poll, and instances don't
   * add to it. After the last try there is an `abandoned` event with the job's `id`, and polls don't call it again.
   *
   * The browser's answer waits for the first call and never fails with it. A job that no page asks for is not seen to end.
   */
  onJobEnd?(job: EndedJob<User>): Awaitable<void>;
  /**
   * Receives every event, for your logs and metrics. Without it, the errors that you must fix are printed to
   * `console.error`, each kind once a minute, without prompts, keys or ids.
   */
  onEvent?(event: HandlerEvent): void;
}
