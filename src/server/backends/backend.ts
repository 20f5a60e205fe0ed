import type { JobImage } from "../../protocol/readOutput.ts";
import type { JobStatus, SubmittedJob } from "../../protocol/wire.ts";

export interface CallOptions {
  /** Aborted when nobody waits for the answer any more. A submit gets none: once begun, it must come to its end. */
  readonly signal?: AbortSignal | undefined;
}

/** A job as the service tells of it. */
export interface BackendJob extends JobStatus {
  readonly images?: readonly JobImage[];
  /** The answer of a model that answers with text. */
  readonly text?: string;
  /** The seed that was used. */
  readonly seed?: number;
  /**
   * The service's own v2 body. The fields above are read from it for a completed job without `images` and `text`. Its `seed`,
   * `seeds` and `prompt` reach the browser, and no other field.
   */
  readonly body?: Readonly<Record<string, unknown>>;
}

/** What is left on the host's account, in the service's credits. */
export interface AccountCredits {
  readonly credits: number;
  readonly freeCredits?: number | undefined;
}

/**
 * The image service behind the handler: three calls, no loop, no timer, no retry. The handler has already checked who
 * asks, the model and the input; a backend only says it in the service's words.
 *
 * What goes wrong is thrown as an `EaselError`, and its code decides what the browser hears. Most weight lies on
 * `submit`: when the service may have taken the job and no id came back, throw `submit_unknown`, so that nobody pays
 * twice; every code whose `charged` is `no` says that nothing was taken. Any other error of `submit` is answered with
 * `internal`, and the attempt isn't sent again. A failed run is no error but a record with `state: "failed"` and an `error`.
 *
 * The handler doesn't rely on a backend to end its calls: a submit or an upload that hasn't ended after 65 seconds counts as
 * lost, and so does any other call after 18. Nor to compare IDs: a record whose `requestId` isn't the one that was asked for,
 * or whose `body` names another job, is `bad_answer`, and a submit must return an ID that no other submit got within the hour.
 *
 * @example
 * // A whole backend, for a service that takes `POST /jobs` and tells of a job at `GET /jobs/{id}`.
 * import { EaselError, readRetryAt, type EaselErrorCode } from "react-easel/models";
 * import { isConnectError, type Backend } from "react-easel/server";
 *
 * type AcmeJob = { id: string; state: keyof typeof states; files?: string[]; reason?: string };
 *
 * const states = { waiting: "queued", running: "processing", done: "completed", broken: "failed" } as const;
 * const codes: Partial<Record<number, EaselErrorCode>> = {
 *   401: "upstream_key_invalid",
 *   422: "parameter_rejected",
 *   429: "rate_limited",
 * };
 * const isId = (id: string) => /^[\w-]{1,64}$/.test(id);
 *
 * export function acme(apiKey: string, fetch = globalThis.fetch): Backend {
 *   // `missing` is the error for a 404, `lost` for an answer without a job, `unsent` for one that was never sent.
 *   type Code = EaselErrorCode;
 *   async function ask(path: string, init: RequestInit, missing: Code, lost: Code, unsent = lost) {
 *     try {
 *       const response = await fetch(`https://api.acme.example${path}`, {
 *         ...init,
 *         headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
 *         redirect: "manual",
 *       });
 *       const code = response.status === 404 ? missing : codes[response.status];
 *       if (code) throw new EaselError(code, { retryAt: readRetryAt(response.headers, Date.now()) });
 *       const job = (await response.json()) as AcmeJob;
 *       if (response.ok && isId(job.id) && Object.hasOwn(states, job.state)) return job;
 *       throw new TypeError(`${response.status}, and no job`);
 *     } catch (cause) {
 *       if (EaselError.is(cause)) throw cause;
 *       // One request, no redirect, no retry: without a connection, nothing was sent.
 *       throw new EaselError(isConnectError(cause) ? unsent : lost, { cause });
 *     }
 *   }
 *   const read: Backend["getResult"] = async (requestId, { signal }) => {
 *     if (!isId(requestId)) throw new EaselError("job_not_found");
 *     const job = await ask(`/jobs/${requestId}`, { signal: signal ?? null }, "job_not_found", "upstream_unavailable");
 *     // A cache that mixes answers up would show one user another's images.
 *     if (job.id !== requestId) throw new EaselError("bad_answer");
 *     return {
 *       requestId,
 *       state: states[job.state],
 *       images: job.files?.map((url) => ({ url })) ?? [],
 *       ...(job.state === "broken" ? { error: new EaselError("run_failed", { message: job.reason }) } : {}),
 *     };
 *   };
 *   return {
 *     async submit(modelId, input) {
 *       const body = JSON.stringify({ ...input, model: modelId });
 *       const init = { method: "POST", body, signal: AbortSignal.timeout(50_000) };
 *       const job = await ask("/jobs", init, "upstream_model_missing", "submit_unknown", "upstream_unreachable");
 *       return { requestId: job.id, state: states[job.state] };
 *     },
 *     getStatus: read,
 *     getResult: read,
 *   };
 * }
 */
export interface Backend {
  /**
   * Starts a run, once: this is the call that costs money.
   *
   * @returns an id of 1 to 64 letters, digits, "-" and "_".
   */
  submit(
    modelId: string,
    input: Readonly<Record<string, unknown>>,
    options: CallOptions,
  ): Promise<SubmittedJob>;
  /**
   * Where the job stands. Throws `job_not_found` when the service does not know it or no longer does, and `bad_answer` when it
   * answers about another job.
   */
  getStatus(requestId: string, options: CallOptions): Promise<BackendJob>;
  /** The job with its pictures once it is completed; before that as `getStatus`. */
  getResult(requestId: string, options: CallOptions): Promise<BackendJob>;
  /** What is left on the account. Only asked for when the host exposes it. */
  getCredits?(options: CallOptions): Promise<AccountCredits>;
  /** Hands a picture to the service for use as an input. */
  uploadImage?(image: Blob, options: CallOptions): Promise<{ readonly url: string }>;
  /**
   * Returns whether the service reads an address in an input without fetching it from the network, such as one of its own
   * uploads. Then the address is sent as it is, also a private one. Otherwise the handler refuses private addresses, and
   * sends those of results and uploads as data URLs.
   */
  readsInput?(url: string): boolean;
  /** Where results' files are served from, as origins (`https://images.example.com`). Files elsewhere are not fetched. */
  readonly assetOrigins?: readonly string[];
  /**
   * Returns what is absent from the environment, such as the key, as a message for the developer that names the option and
   * the variable. Undefined when nothing is missing. Until then the handler calls nothing and answers `not_configured`.
   */
  missingConfig?(): string | undefined;
  /** How files are fetched. @default the global fetch */
  fetchAsset?(request: Request): Promise<Response>;
}
