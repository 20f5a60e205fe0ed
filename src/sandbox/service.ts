import type { Model } from "../models/defineModel.ts";
import type { Body } from "./checkInput.ts";
import type { Account } from "./createAccount.ts";
import type { Files } from "./createFiles.ts";
import type { Images } from "./createImages.ts";
import type { Jobs } from "./createJobs.ts";
import type { RateLimit } from "./createRateLimit.ts";
import type { SandboxFault } from "./faults.ts";
import type { SandboxTiming } from "./runTiming.ts";

/** What a service remembers from one request to the next. */
export interface SandboxMemory {
  readonly account: Account;
  readonly files: Files;
  readonly jobs: Jobs;
}

/** What the routes share: the state of the service. */
export interface Service extends SandboxMemory {
  /** The keys that are good; every well-formed one when undefined. */
  readonly apiKeys: readonly string[] | undefined;
  readonly models: ReadonlyMap<string, Model>;
  readonly rateLimit: RateLimit;
  timing(model: Model, input: Body): SandboxTiming;
  readonly images: Images;
  /** Without it, images are served below the sandbox's own URL. */
  readonly publish: Publish | undefined;
}

export type Publish = (
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
) => string | Promise<string>;

/** A request that was let in. */
export interface Visit {
  readonly url: URL;
  /** What the path names: a model, a request or a file. */
  readonly id: string;
  readonly body: unknown;
  readonly now: number;
  /** What is to go wrong with it. */
  readonly fault: SandboxFault | undefined;
}

/** What a route answers, and what the log is to know of it. */
export interface Reply {
  readonly response: Response;
  readonly requestId?: string;
  readonly billed?: boolean;
}
