import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
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

export function toRequest(
  incoming: MountedRequest,
  outgoing: ServerResponse,
  trustProxy: boolean,
): Request {
  return createRequest(withItsBody(incoming), outgoing, { trustProxy });
}

/** Refuses a path that `URL` resolves to another (`..`, `%2e`, backslashes), which could bypass a guard before it. */
export function checkTarget({ url: target, headers }: IncomingMessage, request: Request): void {
  const [path = ""] = target?.split("?", 1) ?? [];
  if (!path.startsWith("/")) {
    throw new EaselError("invalid_request", { message: "The request target isn't a path." });
  }
  if (new URL(`http://localhost${path}`).pathname !== path) throw new EaselError("not_found");
  const url = parseUrl(request.url);
  // A slash in a Host header would change the path, and `URL` drops tabs.
  if (url?.pathname !== path || headers.host?.includes("	")) {
    throw new EaselError("invalid_request", { message: "The Host header isn't a host." });
  }
}
