import type { Model } from "../../models/defineModel.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import type { Backend } from "../backends/backend.ts";
import { guardBackend } from "../backends/guardBackend.ts";
import { isAbsent } from "../backends/isAbsent.ts";
import { createConsoleLog } from "../events/createConsoleLog.ts";
import type { HandlerEvent } from "../events/handlerEvent.ts";
import { createFlights, type Fly } from "../jobs/createFlights.ts";
import { createHistories, type Histories } from "../jobs/createHistories.ts";
import { createHolds, type LeftMs } from "../jobs/createHolds.ts";
import { createLargeResults, type LargeResults } from "../jobs/createLargeResults.ts";
import { createWatchers, type WatchJob } from "../jobs/createWatchers.ts";
import type { PolledJob } from "../jobs/jobEntry.ts";
import { createBudget, type Budget } from "../limits/createBudget.ts";
import { createLimit, type Limit } from "../limits/createLimit.ts";
import { createRequestRate } from "../limits/createRequestRate.ts";
import { createStreamCount } from "../limits/createStreamCount.ts";
import type { HandlerLimits, HandlerOptions } from "../options/handlerOptions.ts";
import { checkInputOrigins } from "../security/checkInputOrigins.ts";
import { createOrigins, type Origins } from "../security/createOrigins.ts";
import { createTickets, type Tickets } from "../security/createTickets.ts";
import { createSharedClock, type SharedClock } from "../stores/createSharedClock.ts";
import { createStoreCheck, type StoreCheck } from "../stores/createStoreCheck.ts";
import { createWriteBack, type WriteBack } from "../stores/createWriteBack.ts";
import { guardStore } from "../stores/guardStore.ts";
import { memoryStore } from "../stores/memoryStore.ts";
import type { Store } from "../stores/store.ts";
import { createAttempts, type Attempts } from "../submit/createAttempts.ts";
import { createBackground, type Background } from "../timing/createBackground.ts";

/** A handler's options once they are checked, with what the routes share. */
export interface Host {
  readonly options: Omit<HandlerOptions, "backend">;
  /** The host's, guarded. */
  readonly backend: Backend;
  /** Without a slash at its end. */
  readonly basePath: string;
  readonly models: ReadonlyMap<string, Model>;
  readonly store: Store;
  readonly storeCheck: StoreCheck;
  /** Writes that must reach the store in the end. */
  readonly writeBack: WriteBack;
  readonly attempts: Attempts;
  /** Moments that are kept or signed are by this clock; spans in this process by `performance.now()`. */
  readonly clock: SharedClock;
  /** How long an entry of a job is held before the service is asked again. */
  readonly holdLeftMs: LeftMs;
  readonly tickets: Tickets;
  readonly origins: Origins;
  /** Where images for a job's input are fetched from. */
  readonly inputOrigins: ReadonlySet<string>;
  readonly limits: HandlerLimits & {
    readonly bodyBytes: number;
    readonly assetBytes: number;
    readonly uploadBytes: number;
    readonly uploadPixels: number;
    readonly streamsAtOnce: number;
  };
  /** Looks at a job once for all who look at the same time. */
  readonly askJob: Fly<PolledJob>;
  /** Follows a job for all event streams of this process. */
  readonly watchJob: WatchJob;
  /** Counts an open stream and returns its way out; undefined when its caller has too many. */
  readonly countStream: (caller: string) => (() => void) | undefined;
  /** Uploads being read: others go on while one user's are slow. */
  readonly readUpload: Limit;
  /** Uploads being sent, which take several times their size in memory. */
  readonly sendUpload: Limit;
  readonly budget: Budget;
  /** Submits in progress, calls of the host's functions, and retries of `onJobEnd` and of store writes. */
  readonly background: Background;
  readonly histories: Histories;
  readonly largeResults: LargeResults;
  /** Counts a request. Returns the milliseconds to wait when it is one too many. */
  countRequest(caller: string): Promise<number | undefined>;
  readonly report: (event: HandlerEvent) => void;
  /** Throws `not_configured`, with a message for the developer, while a secret or key is absent. */
  readonly requireConfig: () => void;
}

const fail = (problem: string): never => {
  throw new TypeError(`createHandler: ${problem}`);
};

/** The secrets that are there. One that is absent is reported when a request comes, so that an app builds without it. */
function checkSecret(secret: HandlerOptions["secret"]): readonly string[] {
  const given: readonly unknown[] = Array.isArray(secret) ? secret : [secret];
  const isLong = (text: unknown): text is string =>
    typeof text === "string" && new TextEncoder().encode(text).length >= 32;
  const secrets = given.filter((text) => !isAbsent(text));
  return secrets.every(isLong)
    ? secrets
    : fail(
        "secret is shorter than 32 bytes, so the ids that browsers get could be forged. Make one with `openssl rand -base64 32` and pass it from the server's environment.",
      );
}

const secretMissing =
  "createHandler: secret isn't set, so the ids that browsers get can't be signed. Make one with `openssl rand -base64 32`, set it where the server runs, and pass it as secret: process.env.EASEL_SECRET.";

function checkModels(models: readonly Model[] | undefined): ReadonlyMap<string, Model> {
  if (!models?.length) {
    return fail(
      "models is empty, so nothing could be run. List what you offer: models: [sdxlTorch], or models: catalog.",
    );
  }
  const byId = new Map<string, Model>();
  for (const model of models) {
    if (byId.has(model.id)) {
      fail(`models has "${model.id}" twice, and only one of them could be run. Take one out.`);
    }
    byId.set(model.id, model);
  }
  return byId;
}

function checkAuthorize({ authorize, limits }: Partial<HandlerOptions>): void {
  if (authorize === "public") {
    if (!Number.isFinite(Number(limits?.requestsPerMinute))) {
      fail(
        'authorize: "public" lets everybody spend your credits, so it needs a limit. Set limits: { requestsPerMinute: 60 }.',
      );
    }
  } else if (typeof authorize !== "function") {
    fail(
      'authorize is missing, so nobody could be told apart. Pass a function that returns { userId }, or null for a stranger. To let everybody in, write authorize: "public" and set limits.requestsPerMinute.',
    );
  }
}

/** An app's Redis client has some of these names, and would only be found out by the first submit. */
const storeCalls = ["get", "add", "replace", "take"] as const satisfies readonly (keyof Store)[];

function checkStore(store: Store): Store {
  const missing = storeCalls.find((call) => typeof store[call] !== "function");
  return missing === undefined
    ? store
    : fail(
        `store has no ${missing}, so no attempt could be kept and nothing would be submitted. Pass memoryStore(), or redisStore(client) around a Redis client.`,
      );
}

function checkLimits(limits: HandlerLimits = {}): Host["limits"] {
  for (const [name, limit] of Object.entries(limits) as [string, unknown][]) {
    if (typeof limit !== "function" && limit !== undefined && !(Number(limit) > 0)) {
      fail(
        `limits.${name} is ${JSON.stringify(limit)}, which would let nothing through. Give a number above 0.`,
      );
    }
  }
  const { bodyBytes = 12_000_000, assetBytes = 50_000_000 } = limits;
  const { uploadBytes = 10_000_000, uploadPixels = 50_000_000, streamsAtOnce = 100 } = limits;
  return { ...limits, bodyBytes, assetBytes, uploadBytes, uploadPixels, streamsAtOnce };
}

const assetPolicies = new Set<unknown>(["same-origin", "same-site", "cross-origin", undefined]);

function checkAssetPolicy({ assetPolicy }: Partial<HandlerOptions>): void {
  if (assetPolicies.has(assetPolicy)) return;
  fail(
    `assetPolicy is ${JSON.stringify(assetPolicy)}, which browsers ignore. Use "same-origin", "same-site" or "cross-origin".`,
  );
}

function checkBasePath(basePath: string): string {
  return /^(\/[\w.~-]+)*\/?$/.test(basePath)
    ? basePath.replace(/\/$/, "")
    : fail(
        `basePath is "${basePath}", which no request's path begins with. Write it as "/api/easel".`,
      );
}

/**
 * Checks a handler's options and fills in what was left out.
 *
 * @throws TypeError that says how to mend it
 */
export function createHost(options: HandlerOptions): Host {
  // A caller without types may have left anything out.
  const given: Partial<HandlerOptions> = options;
  if (typeof given.backend?.submit !== "function") {
    fail(
      "backend is missing, so there is nobody to draw. Pass segmind({ apiKey }), or one of your own.",
    );
  }
  checkAuthorize(given);
  checkAssetPolicy(given);
  const limits = checkLimits(given.limits);
  const givenStore = checkStore(given.store ?? memoryStore());
  const print = createConsoleLog();
  // A listener that fails doesn't break an answer.
  const onFault = (cause: unknown): void => print({ type: "error", where: "onEvent", cause });
  const report = (event: HandlerEvent): void => {
    if (!options.onEvent) {
      print(event);
      return;
    }
    try {
      const result: unknown = options.onEvent(event);
      if (result instanceof Promise) result.catch(onFault);
    } catch (cause) {
      onFault(cause);
    }
  };
  const secrets = checkSecret(given.secret);
  const backend = guardBackend(options.backend);
  const storeCheck = createStoreCheck(givenStore, report);
  const store = guardStore(givenStore, storeCheck.noteFault);
  const clock = createSharedClock(store);
  const background = createBackground();
  const writeBack = createWriteBack(background, report);
  return {
    options,
    backend,
    basePath: checkBasePath(given.basePath ?? "/api/easel"),
    models: checkModels(given.models),
    store,
    storeCheck,
    writeBack,
    attempts: createAttempts(store, writeBack, storeCheck),
    clock,
    holdLeftMs: createHolds(clock),
    tickets: createTickets(secrets, (limits.jobHours ?? 24) * 3_600_000, () => clock.now()),
    origins: createOrigins(
      (given.allowedOrigins ?? []).filter((origin): origin is string => !isAbsent(origin)),
    ),
    inputOrigins: checkInputOrigins(given.allowedInputOrigins),
    limits,
    askJob: createFlights(),
    watchJob: createWatchers(),
    countStream: createStreamCount(limits.streamsAtOnce),
    readUpload: createLimit({ inAll: Infinity, each: 4 }),
    sendUpload: createLimit({ inAll: 4, each: 2 }),
    background,
    budget: createBudget(store, limits.upstreamRequestsPerMinute, clock),
    countRequest:
      limits.requestsPerMinute === undefined
        ? async () => undefined
        : createRequestRate(store, limits.requestsPerMinute),
    histories: createHistories(store, report),
    largeResults: createLargeResults(),
    report,
    requireConfig() {
      const missing = [
        secrets.length > 0 ? undefined : secretMissing,
        backend.missingConfig?.(),
      ].filter((message) => !isAbsent(message));
      if (missing.length > 0)
        throw new EaselError("not_configured", { message: missing.join(" ") });
    },
  };
}
