import type { JobImage } from "../../protocol/readOutput.ts";
import type { JobStatus, SubmittedJob } from "../../protocol/wire.ts";

export interface CallOptions {
  /** Aborted when the answer isn't needed anymore. A submit has none, because it must not be interrupted. */
  readonly signal?: AbortSignal | undefined;
}

/** A job as the service reports it. */
export interface BackendJob extends JobStatus {
  readonly images?: readonly JobImage[];
  readonly text?: string;
  readonly seed?: number;
  /**
   * The service's v2 body. The fields above are read from it for a completed job without `images` and `text`. Only
   * its `seed`, `seeds` and `prompt` reach the browser.
   */
  readonly body?: Readonly<Record<string, unknown>>;
}

export interface AccountCredits {
  readonly credits: number;
  readonly freeCredits?: number | undefined;
}

/**
 * The image service behind the handler: plain calls without loops, timers or retries. The handler has checked user,
 * model and input.
 *
 * Errors are thrown as `EaselError`. When `submit` may have been accepted and returned no id, throw `submit_unknown`;
 * codes with `charged: "no"` mean that nothing was accepted. Other errors of `submit` become `internal`, and the
 * attempt isn't sent again. A failed job is a record with `state: "failed"` and an `error`.
 *
 * The handler ends a submit or an upload after 65 seconds, other calls after 18. A record with another `requestId`,
 * or whose `body` names another job, is `bad_answer`. A submit must return an id that no other submit got within the
 * hour.
 *
 * @example
 * // A whole backend, for a service that takes `POST /jobs` and tells of a job at `GET /jobs/{id}`.
 * import { EaselError, readRetryAt, type EaselErrorCode } from "react-easel/errors";
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
   * Submits a job, once. This call costs money.
   *
   * @returns an id of 1 to 64 letters, digits, "-" and "_"
   */
  submit(
    modelId: string,
    input: Readonly<Record<string, unknown>>,
    options: CallOptions,
  ): Promise<SubmittedJob>;
  /** Returns a job's state. Throws `job_not_found` for an unknown job, `bad_answer` for another job. */
  getStatus(requestId: string, options: CallOptions): Promise<BackendJob>;
  getResult(requestId: string, options: CallOptions): Promise<BackendJob>;
  /** Returns the account's balance. Only called when the host exposes it. */
  getCredits?(options: CallOptions): Promise<AccountCredits>;
  uploadImage?(image: Blob, options: CallOptions): Promise<{ readonly url: string }>;
  /**
   * Returns whether the service reads an address without the network, such as its own uploads. Others are refused if
   * private, and results and uploads become data URLs.
   */
  readsInput?(url: string): boolean;
  /** Origins of results' files (`https://images.example.com`). Other files aren't fetched. */
  readonly assetOrigins?: readonly string[];
  /**
   * Returns a message for the developer that names the missing option and variable, such as the key. Until it returns
   * undefined, the handler answers `not_configured`.
   */
  missingConfig?(): string | undefined;
  /** Fetches a file. @default the global fetch */
  fetchAsset?(request: Request): Promise<Response>;
}
