import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { TLSSocket } from "node:tls";
import { createRequest } from "@remix-run/node-fetch-server";
import { EaselError } from "../../protocol/EaselError.ts";
import { parseUrl } from "../http/parseUrl.ts";

export type MountedRequest = IncomingMessage & {
  readonly originalUrl?: string;
  readonly body?: unknown;
};

function bytesOf(body: unknown): Buffer {
  const isRaw = typeof body === "string" || body instanceof Uint8Array;
  return Buffer.from(isRaw ? (body as string) : JSON.stringify(body));
}

function withItsBody(incoming: MountedRequest): IncomingMessage {
  const { readableDidRead, readableEnded, method, url, headers, rawHeaders, socket } = incoming;
  if (!readableDidRead && !readableEnded) return incoming;
  const bytes = readableDidRead ? [bytesOf(incoming.body ?? "")] : [];
  const again = Object.assign(Readable.from(bytes), { method, url, headers, rawHeaders, socket });
  return again as unknown as IncomingMessage;
}

/** Request that creates its abort signal on first access. Creating a signal is slow, and most polls don't need one. */
class RequestWithLazySignal extends Request {
  readonly #outgoing: ServerResponse;
  #signal: AbortSignal | undefined;

  constructor(incoming: IncomingMessage, outgoing: ServerResponse) {
    const protocol = (incoming.socket as Partial<TLSSocket>).encrypted ? "https" : "http";
    const { host = "localhost" } = incoming.headers;
    const headers = incoming.headers as Record<string, string>;
    super(`${protocol}://${host}${incoming.url}`, { method: incoming.method ?? "GET", headers });
    this.#outgoing = outgoing;
  }

  override get signal(): AbortSignal {
    if (this.#signal) return this.#signal;
    const controller = new AbortController();
    const outgoing = this.#outgoing;
    const abort = (): void => {
      if (!outgoing.writableFinished) controller.abort();
    };
    if (outgoing.destroyed) abort();
    else outgoing.once("close", abort);
    return (this.#signal = controller.signal);
  }
}

export function toRequest(
  incoming: MountedRequest,
  outgoing: ServerResponse,
  trustProxy: boolean,
): Request {
  const { method, httpVersionMajor } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  return hasBody || trustProxy || httpVersionMajor !== 1
    ? createRequest(withItsBody(incoming), outgoing, { trustProxy })
    : new RequestWithLazySignal(incoming, outgoing);
}

/** Throws if `URL` rewrites the path (`..`, `%2e`, backslashes). Such a path could bypass an app's access checks. */
export function checkTarget({ url: target, headers }: IncomingMessage, request: Request): void {
  const [path = ""] = target?.split("?", 1) ?? [];
  if (!path.startsWith("/")) {
    throw new EaselError("invalid_request", { message: "The request target isn't a path." });
  }
  // A slash in the Host header would change the path. `URL` drops tabs, so tabs in the header need a separate check.
  if (parseUrl(request.url)?.pathname === path && !headers.host?.includes("\t")) return;
  if (parseUrl(`http://localhost${path}`)?.pathname !== path) throw new EaselError("not_found");
  throw new EaselError("invalid_request", { message: "The Host header isn't a valid host." });
}
