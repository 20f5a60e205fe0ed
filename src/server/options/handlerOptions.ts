import type { Model } from "../../models/defineModel.ts";
import type { PollState } from "../../polling/nextPollDelay.ts";
import type { Backend } from "../backends/backend.ts";
import type { HandlerEvent } from "../events/handlerEvent.ts";
import type { Store } from "../stores/store.ts";
import type { HandlerLimits } from "./handlerLimits.ts";
import type { HandlerUser, EndedJob, JobRequest, SubmitEnd } from "./hookEvents.ts";

type Awaitable<T> = T | Promise<T>;

export interface HandlerOptions<User extends HandlerUser = HandlerUser> {
  readonly backend: Backend;
  readonly models: readonly Model[];
  /**
   * Returns the user who sent a request. Return null or undefined to reject the request with a 401. Must not read the
   * request body. Hooks receive the returned user. With `onJobEnd`, the user is stored as JSON, so omit session tokens.
   */
  readonly authorize: ((request: Request) => Awaitable<User | null | undefined>) | "public";
  /** Secret of at least 32 bytes for tickets, identical on all instances. To rotate it, pass `[new, old]` for a day. */
  readonly secret: string | readonly (string | undefined)[] | undefined;
  /** Path where the handler is mounted. @default "/api/easel" */
  readonly basePath?: string | undefined;
  /** Store for jobs and attempts. All instances must share it, or jobs may be charged twice. @default memoryStore() */
  readonly store?: Store | undefined;
  readonly limits?: HandlerLimits | undefined;
  /**
   * Returns the next poll delay in milliseconds.
   *
   * @default `nextPollDelay` × 0.6 for a model's first jobs, and × 0.8 for later jobs
   */
  pollDelay?(state: PollState): number;
  /** Additional origins of your pages, such as `capacitor://localhost`. Add the app's origin if a proxy hides it. */
  readonly allowedOrigins?: readonly (string | undefined)[] | undefined;
  /** `Cross-Origin-Resource-Policy` header of result files. @default "same-site" */
  readonly assetPolicy?: "same-origin" | "same-site" | "cross-origin" | undefined;
  /**
   * Origins of your own files, public or private, such as `http://minio:9000`. The handler fetches image inputs from
   * these origins, and refuses other private addresses. It doesn't resolve host names, so also restrict the network
   * access of a self-hosted service. @default []
   */
  readonly allowedInputOrigins?: readonly (string | undefined)[] | undefined;
  /** Data to send to browsers: each job's cost, and the account's balance. @default nothing */
  readonly expose?: { readonly cost?: boolean; readonly credits?: boolean } | undefined;
  /**
   * Called before each submission, except for a repeat whose response comes from the store. To refuse the job, return a
   * message for the user, throw an `EaselError`, or return `false` for a generic message. To replace the input, return
   * `{ input }`, which is then validated. Any other error results in a 500 `internal` response.
   *
   * To enforce a budget, reserve `estimate` under `id` in one atomic step, and release the reservation in
   * `onSubmitEnd`. A second reservation with the same `id` must have no effect.
   */
  beforeSubmit?(
    job: JobRequest<User>,
  ): Awaitable<{ readonly input: Readonly<Record<string, unknown>> } | string | false | void>;
  /**
   * Called once after each `beforeSubmit`. A crash can prevent this call, so let reservations expire. The response
   * waits up to 2 seconds for this call. A refused attempt that is sent again has the same `id`, or a new one if this
   * call took longer.
   */
  onSubmitEnd?(end: SubmitEnd<User>): Awaitable<void>;
  /**
   * Called at least once when a poll finds that a job has ended, and normally only once across all instances that share
   * a store. The browser's response waits for the first call. A call that fails or takes five minutes is retried after
   * 1 second, 10 seconds, 1 minute, 5 minutes, and 30 minutes. If all retries fail, an `abandoned` event is emitted.
   */
  onJobEnd?(job: EndedJob<User>): Awaitable<void>;
  /** Called for each event. @default calls `console.error` for errors that you must fix, once a minute per kind */
  onEvent?(event: HandlerEvent): void;
}
