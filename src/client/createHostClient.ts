import { isModelId } from "../models/defineModel.ts";
import { bodyText, readAnswer, type Answer } from "../protocol/answer.ts";
import { EaselError } from "../protocol/EaselError.ts";
import { isRequestId } from "../protocol/requestId.ts";
import { readResult, readStatus, readSubmitted } from "../protocol/wire.ts";
import type { Client, ReadOptions } from "./client.ts";
import { createReach } from "./createReach.ts";
import { errorFromHandler } from "./errorFromHandler.ts";
import { readConfig } from "./readConfig.ts";
import { readCredits } from "./readCredits.ts";
import { readJob } from "./readJob.ts";
import { untilAborted } from "./untilAborted.ts";

/** Returns the ID if it's valid, and otherwise throws. A slash or `..` in an ID would change the request's path. */
function pathSegment(id: string, kind: "model" | "job"): string {
  if (kind === "model" ? isModelId(id) : isRequestId(id)) return id;
  throw new EaselError(kind === "model" ? "model_not_found" : "job_not_found", {
    message: `${JSON.stringify(id)} is not a ${kind} ID, so nothing was sent.`,
    charged: "no",
  });
}

const jobPath = (requestId: string): string => `/v2/requests/${pathSegment(requestId, "job")}`;

interface RequestParts {
  readonly method?: "POST";
  readonly json?: unknown;
  readonly file?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
}

export interface HostOptions {
  /** Replacement for the global `fetch`, for tests or a custom transport. */
  readonly fetcher?: ((request: Request) => Promise<Response>) | undefined;
  /** Returns custom request headers. Called before each request, so that it can return a renewed token. */
  readonly headers?: (() => HeadersInit | Promise<HeadersInit>) | undefined;
}

export type HostClient = Required<Omit<Client, "address">>;

export function createHostClient(base: string, options: HostOptions): HostClient {
  const { fetcher = (request) => fetch(request), headers } = options;
  let keepsAttempts = false;

  // Outside a page, a relative base URL works only with a custom fetcher, so the origin doesn't matter.
  const urlOf = (path: string) =>
    new URL(base + path, globalThis.location?.href ?? "http://localhost");

  async function prepare(path: string, parts: RequestParts): Promise<Request> {
    const { method = "GET", json, file, signal = null } = parts;
    try {
      const merged = new Headers(await untilAborted(Promise.resolve(headers?.()), parts.signal));
      for (const [name, value] of Object.entries(parts.headers ?? {})) merged.set(name, value);
      signal?.throwIfAborted();
      const sent = file ?? (json === undefined ? undefined : JSON.stringify(json));
      const body = sent === undefined ? {} : { body: sent };
      return new Request(urlOf(path), { method, signal, headers: merged, ...body });
    } catch (cause) {
      if (signal?.aborted) throw new EaselError("aborted", { charged: "no", cause });
      const message = "The request couldn't be built, so nothing was sent.";
      throw new EaselError("network", { message, charged: "no", cause });
    }
  }

  /** Sends a request. If a submission fails here, the backend may still have received it. */
  async function send<T>(
    path: string,
    parts: RequestParts,
    read: (response: Response) => Promise<T>,
  ) {
    const request = await prepare(path, parts);
    const isSubmit = "json" in parts;
    try {
      return await untilAborted(fetcher(request).then(read), parts.signal);
    } catch (cause) {
      if (parts.signal?.aborted) {
        throw new EaselError("aborted", { retry: isSubmit ? "unsafe" : "safe", cause });
      }
      throw new EaselError(isSubmit ? "submit_unknown" : "network", { cause });
    }
  }

  const accept = { accept: "application/json" };
  const jsonType = { "content-type": "application/json" };

  async function readAndNote(response: Response): Promise<Answer> {
    if (response.headers.get("easel-attempts") === "kept") keepsAttempts = true;
    const answer = await readAnswer(response);
    backend.note(answer);
    return answer;
  }

  const get = (path: string, { signal }: ReadOptions = {}): Promise<Answer> =>
    send(path, { signal, headers: accept }, readAndNote);

  const backend = createReach({
    request: (signal) => get("/config", { signal }),
    address: () => urlOf("/config").href,
  });

  return {
    reach({ signal } = {}) {
      const reaching = backend.reach();
      return (
        reaching &&
        untilAborted(reaching, signal).catch((cause: unknown) => {
          throw signal?.aborted ? new EaselError("aborted", { charged: "no", cause }) : cause;
        })
      );
    },

    async subscribe(requestId, subscription) {
      const path = `${jobPath(requestId)}/events`;
      const { readStream, streamHeaders } = await import("./readStream.ts").catch((cause) => {
        throw new EaselError("network", { requestId, cause });
      });
      const parts = { signal: subscription.signal, headers: streamHeaders(subscription) };
      const error = await send(path, parts, (response) =>
        readStream(response, requestId, subscription),
      );
      if (error) throw error;
    },

    async submit(modelId, input, { attemptId, signal } = {}) {
      const key = attemptId === undefined ? {} : { "idempotency-key": attemptId };
      const answer = await send(
        `/v2/${pathSegment(modelId, "model")}`,
        { method: "POST", json: input, signal, headers: { ...accept, ...jsonType, ...key } },
        readAndNote,
      );
      const job = readSubmitted(answer);
      if (!job) throw errorFromHandler(answer, "submit", Date.now());
      return job;
    },

    async getStatus(requestId, read) {
      return readJob(await get(`${jobPath(requestId)}/status`, read), requestId);
    },

    async cancelJob(requestId, { signal } = {}) {
      const path = `${jobPath(requestId)}/cancel`;
      const answer = await send(path, { method: "POST", signal, headers: accept }, readAndNote);
      return readJob(answer, requestId);
    },

    async getResult(requestId, read) {
      const answer = await get(jobPath(requestId), read);
      const status = readStatus(answer, requestId);
      if (status?.state === "completed") return readResult(answer, requestId);
      if (status?.error) throw readJob(answer, requestId).error ?? status.error;
      if (status) {
        throw new EaselError("bad_answer", { message: "The result isn't ready.", requestId });
      }
      throw errorFromHandler(answer, "job", Date.now()).with({ requestId });
    },

    async keepsAttempts(read) {
      // A backend that keeps attempts says so in a header of every response, so any request will do.
      if (!keepsAttempts) await backend.join(get("/config", read));
      return keepsAttempts;
    },

    async getAsset(url, { signal } = {}) {
      const read = async (response: Response) =>
        response.ok ? response.blob() : readAnswer(response);
      const answer = await send(`/asset?url=${encodeURIComponent(url)}`, { signal }, read);
      if (answer instanceof Blob) return answer;
      throw errorFromHandler(answer, "job", Date.now());
    },

    async getConfig(read) {
      const answer = await backend.join(get("/config", read));
      const config = readConfig(answer);
      if (!config) throw errorFromHandler(answer, "account", Date.now());
      return config;
    },

    async getCredits(read) {
      const answer = await get("/credits", read);
      const credits = readCredits(answer);
      // A handler without `expose.credits` returns a 404 for this route.
      if (credits || answer.status === 404) return credits;
      throw errorFromHandler(answer, "account", Date.now());
    },

    async uploadImage(image, { signal } = {}) {
      // Not a form content type, which browsers would send without a CORS preflight. The handler ignores the type.
      const type = /^image\//i.test(image.type) ? image.type : "application/octet-stream";
      const answer = await send(
        "/upload",
        { method: "POST", file: image, signal, headers: { ...accept, "content-type": type } },
        readAnswer,
      );
      const url = answer.status === 200 ? bodyText(answer, "url") : undefined;
      if (url === undefined) throw errorFromHandler(answer, "account", Date.now());
      return { url };
    },
  };
}
