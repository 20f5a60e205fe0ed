import { isModelId } from "../../models/defineModel.ts";
import type { Answer } from "../../protocol/answer.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { errorFromService, type RequestKind } from "../../protocol/errorFromService.ts";
import { readResult, readStatus, readSubmitted } from "../../protocol/wire.ts";
import { encodeDataUrl } from "../http/encodeDataUrl.ts";
import { isConnectError } from "../http/isConnectError.ts";
import { parseLimitedJson, type JsonSize } from "../http/parseLimitedJson.ts";
import { parseUrl } from "../http/parseUrl.ts";
import type { PlainCall, ServiceFetch } from "../http/plainCall.ts";
import { plainFetch } from "../http/plainFetch.ts";
import type { Backend, CallOptions, BackendJob } from "./backend.ts";
import { isAbsent } from "./isAbsent.ts";

export interface SegmindOptions {
  /** API key from https://cloud.segmind.com: `SG_` plus 16 characters. Without a key, calls throw `not_configured`. */
  readonly apiKey: string | undefined;
  /** Base URL of the API. @default "https://api.segmind.com" */
  readonly baseUrl?: string | undefined;
  /** Upload URL. @default "https://workflows-api.segmind.com/upload-asset", or `/upload-asset` on a custom `baseUrl` */
  readonly uploadUrl?: string | undefined;
  /** Origins that serve result files. @default ["https://images.segmind.com"] */
  readonly assetOrigins?: readonly string[] | undefined;
  /**
   * Function that sends a request. It must send each request exactly once, without retries or redirects. Otherwise, a
   * job that the service accepted may be reported as not charged. On Node, `nodeFetch()` from `react-easel/server/node`
   * has less overhead.
   * @default the global fetch
   */
  readonly fetch?: ServiceFetch | undefined;
}

const segmindUrl = "https://api.segmind.com";
const segmindUploadUrl = "https://workflows-api.segmind.com/upload-asset";

const uploadTimeoutMs = 60_000;
const timeoutsMs: Readonly<Record<RequestKind, number>> = {
  submit: 60_000,
  job: 15_000,
  account: 15_000,
};
const maxJobBytes = 50_000_000;
const maxAccountBytes = 1_000_000;
/** Limits for JSON responses, far above the size of any result. Deeply nested JSON would cause a RangeError. */
const maxJson: JsonSize = { values: 20_000, depth: 32 };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const loopback = /^(localhost|[a-z0-9-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

const keyMissing =
  "segmind: apiKey isn't set, so the image service can't be called. Set SEGMIND_API_KEY where the server runs and pass it as apiKey: process.env.SEGMIND_API_KEY.";

function checkKey(apiKey: unknown, base: string): string {
  if (isAbsent(apiKey)) return "";
  const key = typeof apiKey === "string" ? apiKey.trim() : "";
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new TypeError(
      "segmind: apiKey isn't a valid header value, so it can't be sent. Copy the key again; it is SG_ followed by 16 letters and digits.",
    );
  }
  // A custom `baseUrl` can point to a gateway whose keys have another format.
  if (base === segmindUrl && !/^SG_[0-9a-z]{16}$/i.test(key)) {
    throw new TypeError(
      "segmind: apiKey isn't a Segmind key, so every call would fail. A key is SG_ followed by 16 letters and digits; copy it from https://cloud.segmind.com.",
    );
  }
  return key;
}

/** Returns whether a URL uses HTTPS or a loopback address. Plain HTTP would expose the API key on the network. */
function isSafeAddress(address: string): boolean {
  const url = parseUrl(address);
  return url?.protocol === "https:" || (url?.protocol === "http:" && loopback.test(url.hostname));
}

function checkAddress(name: string, address: string): URL {
  if (isSafeAddress(address)) return new URL(address);
  throw new TypeError(
    `segmind: ${name} is "${address}", which isn't an https URL. Use https://…, or http:// only for a sandbox on this machine (http://localhost:8787).`,
  );
}

function parseBody(text: string): unknown {
  const parsed = parseLimitedJson(new TextEncoder().encode(text), maxJson, text);
  return parsed.ok ? parsed.value : undefined;
}

function readUploadUrl({ status, body }: Answer): string | undefined {
  const { file_urls: urls } = Object(status === 200 && body) as { readonly file_urls?: unknown };
  const url: unknown = Array.isArray(urls) ? urls[0] : undefined;
  return typeof url === "string" && isSafeAddress(url) ? url : undefined;
}

/** Creates a backend for Segmind. Throws a TypeError if the API key is malformed or a URL is insecure. */
export function segmind(options: SegmindOptions): Backend {
  const base = checkAddress("baseUrl", options.baseUrl || segmindUrl).href.replace(/\/+$/, "");
  const apiKey = checkKey(options.apiKey, base);
  // With a custom `baseUrl`, such as a sandbox's, the key and images must not be sent to Segmind.
  const uploadUrl = checkAddress(
    "uploadUrl",
    options.uploadUrl || (base === segmindUrl ? segmindUploadUrl : `${base}/upload-asset`),
  ).href;
  const assetOrigins = (options.assetOrigins ?? ["https://images.segmind.com"]).map(
    (origin) => checkAddress("assetOrigins", origin).origin,
  );
  const send: ServiceFetch = options.fetch ?? ((request) => fetch(request));
  const callService = send.plain ?? plainFetch(send);
  const readHeaders = { "x-api-key": apiKey, accept: "application/json" };
  const writeHeaders = { ...readHeaders, "content-type": "application/json" };

  /** Replaces the API key in a response with `[key]`, even if some of the key's characters are escaped. */
  function withoutKey(text: string, body: unknown): Pick<Answer, "text" | "body"> {
    if (!text.includes(apiKey) && !text.includes("\\")) return { text, body };
    const plain = body === undefined ? text : JSON.stringify(body);
    if (!plain.includes(apiKey)) return { text, body };
    const clean = plain.replaceAll(apiKey, "[key]");
    return { text: clean, body: body === undefined ? undefined : JSON.parse(clean) };
  }

  async function ask(
    asked: RequestKind,
    address: string,
    init: Partial<Pick<PlainCall, "body" | "signal" | "timeoutMs">> = {},
  ): Promise<Answer> {
    if (apiKey === "") throw new EaselError("not_configured", { message: keyMissing });
    const { body, signal, timeoutMs = timeoutsMs[asked] } = init;
    try {
      const plain = await callService({
        address,
        method: body === undefined ? "GET" : "POST",
        headers: body === undefined ? readHeaders : writeHeaders,
        body,
        signal,
        timeoutMs,
        maxBytes: asked === "account" ? maxAccountBytes : maxJobBytes,
      });
      return {
        status: plain.status,
        get headers() {
          return plain.headers;
        },
        ...withoutKey(plain.text, parseBody(plain.text)),
        redirected: false,
      };
    } catch (error) {
      if (signal?.aborted) throw new EaselError("aborted");
      const words = error instanceof Error ? `${error.name}: ${error.message}` : "no answer";
      // The error's message can quote the request, including the key.
      const cause = new Error(words.replaceAll(apiKey, "[key]"));
      if (asked !== "submit") throw new EaselError("upstream_unavailable", { cause });
      const code = isConnectError(error) ? "upstream_unreachable" : "submit_unknown";
      throw new EaselError(code, { cause });
    }
  }

  async function askJob(path: string, requestId: string, { signal }: CallOptions) {
    if (!uuid.test(requestId)) throw new EaselError("job_not_found");
    const answer = await ask("job", `${base}/v2/requests/${requestId}${path}`, { signal });
    const status = readStatus(answer, requestId);
    if (!status) throw errorFromService(answer, "job", Date.now());
    const record = { ...status, body: answer.body as NonNullable<BackendJob["body"]> };
    return { answer, record };
  }

  return {
    assetOrigins,
    fetchAsset: send,
    missingConfig: () => (apiKey === "" ? keyMissing : undefined),

    async submit(modelId, input) {
      if (!isModelId(modelId)) throw new EaselError("model_not_found");
      const answer = await ask("submit", `${base}/v2/${modelId}`, { body: JSON.stringify(input) });
      const job = readSubmitted(answer);
      if (!job) throw errorFromService(answer, "submit", Date.now());
      // The service accepted the job, but the job can't be polled without a valid ID.
      if (!uuid.test(job.requestId)) throw new EaselError("submit_unreadable");
      return job;
    },

    getStatus: async (requestId, call) => (await askJob("/status", requestId, call)).record,

    async getResult(requestId, call) {
      const { answer, record } = await askJob("", requestId, call);
      return record.state === "completed"
        ? { ...record, ...readResult(answer, requestId) }
        : record;
    },

    async getCredits({ signal }) {
      const answer = await ask("account", `${base}/v1/get-user-credits`, { signal });
      const body = Object(answer.body) as Readonly<Record<string, unknown>>;
      const { credits, "free-credits": freeCredits } = body;
      if (answer.status !== 200 || typeof credits !== "number") {
        throw errorFromService(answer, "account", Date.now());
      }
      return { credits, ...(typeof freeCredits === "number" ? { freeCredits } : {}) };
    },

    async uploadImage(image, { signal }) {
      const body = JSON.stringify({ data_urls: [await encodeDataUrl(image)] });
      const answer = await ask("account", uploadUrl, { body, signal, timeoutMs: uploadTimeoutMs });
      const url = readUploadUrl(answer);
      if (url !== undefined) return { url };
      const error = errorFromService(answer, "account", Date.now());
      throw error.code === "upstream_no_balance" ? new EaselError("bad_answer") : error;
    },
  };
}
