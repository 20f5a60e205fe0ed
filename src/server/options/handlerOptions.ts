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
   * Returns the user of a request; null or undefined is answered with 401. It must not read the body. Hooks get its
   * result, typed. With `onJobEnd` it is stored as JSON, so leave out session tokens.
   */
  readonly authorize: ((request: Request) => Awaitable<User | null | undefined>) | "public";
  /** Signs tickets: at least 32 bytes, the same on every instance. To rotate it, pass `[new, old]` for a day. */
  readonly secret: string | readonly (string | undefined)[] | undefined;
  /** @default "/api/easel" */
  readonly basePath?: string | undefined;
  /** Keeps attempts, so that none is charged twice, and jobs. Instances must share one. @default memoryStore() */
  readonly store?: Store | undefined;
  readonly limits?: HandlerLimits | undefined;
  /** Returns milliseconds until the next poll. @default `nextPollDelay` × 0.6, or × 0.8 after a model's first jobs */
  pollDelay?(state: PollState): number;
  /** Other origins of your pages (`capacitor://localhost`), and the app's own behind a proxy that hides it. */
  readonly allowedOrigins?: readonly (string | undefined)[] | undefined;
  /** The `Cross-Origin-Resource-Policy` of result files. @default "same-site" */
  readonly assetPolicy?: "same-origin" | "same-site" | "cross-origin" | undefined;
  /**
   * Origins of your own files (`http://minio:9000`), also private ones, from which the handler fetches image inputs.
   * Other private addresses are refused; names aren't resolved, so isolate a self-hosted service too. @default []
   */
  readonly allowedInputOrigins?: readonly (string | undefined)[] | undefined;
  /** What browsers may see: costs of jobs, and the account's balance. @default nothing */
  readonly expose?: { readonly cost?: boolean; readonly credits?: boolean } | undefined;
  /**
   * Called before each submit, but not for a repeat that is answered from the store. A string or a thrown `EaselError`
   * refuses the job, and is shown to the user; `false` refuses it with a general message; `{ input }` replaces the
   * input, and is validated. Any other error is answered with 500 `internal`.
   *
   * To enforce a budget, reserve `estimate` in one atomic step under `id`, and release it in `onSubmitEnd`. A second
   * reservation of an `id` must change nothing.
   */
  beforeSubmit?(
    job: JobRequest<User>,
  ): Awaitable<{ readonly input: Readonly<Record<string, unknown>> } | string | false | void>;
  /**
   * Called once after each `beforeSubmit`, unless the process dies: let reservations expire. The answer waits for it
   * for 2 seconds. A refused attempt that is sent again has the same `id`, or a new one when this call took longer.
   */
  onSubmitEnd?(end: SubmitEnd<User>): Awaitable<void>;
  /**
   * Called when a poll finds that a job has ended: once in normal operation, for all instances that share a store, and
   * at least once. When it fails or doesn't settle within five minutes, it is called again after 1 and 10 seconds and
   * 1, 5 and 30 minutes; then an `abandoned` event follows. The browser's answer waits for the first call.
   */
  onJobEnd?(job: EndedJob<User>): Awaitable<void>;
  /** Without it, errors that you must fix are printed to `console.error`, each kind once a minute. */
  onEvent?(event: HandlerEvent): void;
}
