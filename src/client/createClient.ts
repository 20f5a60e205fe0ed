import {
  EaselError,
  readAnswer,
  readResult,
  readStatus,
  readSubmitted,
  type Answer,
} from "../protocol/index.ts";
import type { Client, ReadOptions, SubmitOptions } from "./client.ts";
import { errorFromHandler } from "./errorFromHandler.ts";

export interface ClientOptions {
  /** Where the host's handler is mounted. @default "/api/easel" */
  readonly baseUrl?: string | undefined;
  /** Sends a request in place of the global `fetch`: for tests, for a handler in the page, for an app's own transport. */
  readonly fetcher?: ((request: Request) => Promise<Response>) | undefined;
  /** Headers for each request, asked for anew every time, so that a token may be renewed while a job runs. */
  readonly headers?: (() => HeadersInit | Promise<HeadersInit>) | undefined;
}

const pathSafe = /^[\w.~-]{1,512}$/;

/** Ids stand in a path: one with a slash or a dot-dot in it would ask for something else. */
function inPath(id: string, what: string): string {
  if (!pathSafe.test(id) || id.includes("..")) {
    throw new EaselError(what === "model" ? "model_not_found" : "job_not_found", {
      message: `${JSON.stringify(id)} is not a ${what}'s id, so nothing was sent.`,
      charged: "no",
    });
  }
  return id;
}

/**
 * A client that speaks Segmind's v2 to the host's backend: `createHandler` of `react-easel/server`, or any backend that
 * forwards those routes.
 *
 * @example
 * const client = createClient({
 *   baseUrl: "/api/easel",
 *   headers: async () => ({ authorization: `Bearer ${await getToken()}` }),
 * });
 */
export function createClient(options: ClientOptions = {}): Client {
  const { fetcher = (request) => fetch(request), headers } = options;
  const base = (options.baseUrl ?? "/api/easel").replace(/\/+$/, "");

  async function makeRequest(path: string, init: RequestInit): Promise<Request> {
    const own = new Headers(await headers?.());
    new Headers(init.headers).forEach((value, name) => own.set(name, value));
    // A relative base needs a page to be relative to; outside of one only a fetcher can make sense of it.
    const url = new URL(base + path, globalThis.location?.href ?? "http://localhost");
    return new Request(url, { ...init, headers: own });
  }

  /** Nothing has been sent when a request can't be made, so this never costs anything. */
  async function prepare(path: string, init: RequestInit): Promise<Request> {
    try {
      init.signal?.throwIfAborted();
      return await makeRequest(path, init);
    } catch (cause) {
      const aborted = init.signal?.aborted ?? false;
      throw new EaselError(aborted ? "aborted" : "network", {
        message: aborted ? undefined : "The request could not be made, so nothing was sent.",
        charged: "no",
        cause,
      });
    }
  }

  async function send(path: string, init: RequestInit): Promise<Answer> {
    const request = await prepare(path, init);
    try {
      return await readAnswer(await fetcher(request));
    } catch (cause) {
      if (init.signal?.aborted) throw new EaselError("aborted", { cause });
      throw new EaselError(init.method === "POST" ? "submit_unknown" : "network", { cause });
    }
  }

  const get = (path: string, { signal }: ReadOptions): Promise<Answer> =>
    send(path, { signal: signal ?? null, headers: { accept: "application/json" } });

  return {
    async submit(modelId: string, input: unknown, { attemptId, signal }: SubmitOptions = {}) {
      const answer = await send(`/v2/${inPath(modelId, "model")}`, {
        method: "POST",
        body: JSON.stringify(input),
        signal: signal ?? null,
        headers: {
          accept: "application/json",
          "content-type": "application/json",
          ...(attemptId === undefined ? {} : { "idempotency-key": attemptId }),
        },
      });
      const job = readSubmitted(answer);
      if (!job) throw errorFromHandler(answer, "submit", Date.now());
      return job;
    },

    async getStatus(requestId: string, read: ReadOptions = {}) {
      const answer = await get(`/v2/requests/${inPath(requestId, "job")}/status`, read);
      const status = readStatus(answer, requestId);
      if (!status) throw errorFromHandler(answer, "job", Date.now()).with({ requestId });
      return status;
    },

    async getResult(requestId: string, read: ReadOptions = {}) {
      const answer = await get(`/v2/requests/${inPath(requestId, "job")}`, read);
      const status = readStatus(answer, requestId);
      if (status?.state === "completed") return readResult(answer, requestId);
      if (status?.error) throw status.error;
      if (status)
        throw new EaselError("bad_answer", { message: "The result is not ready.", requestId });
      throw errorFromHandler(answer, "job", Date.now()).with({ requestId });
    },

    async getAsset(url: string, { signal }: ReadOptions = {}) {
      const request = await prepare(`/asset?url=${encodeURIComponent(url)}`, {
        signal: signal ?? null,
      });
      let response: Response;
      try {
        response = await fetcher(request);
        if (response.ok) return await response.blob();
      } catch (cause) {
        throw new EaselError(signal?.aborted ? "aborted" : "network", { cause });
      }
      throw errorFromHandler(await readAnswer(response), "job", Date.now());
    },
  };
}
