import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { createRequest } from "@remix-run/node-fetch-server";

export type MountedRequest = IncomingMessage & {
  readonly originalUrl?: string;
  readonly body?: unknown;
};

function bytesOf(body: unknown): Buffer {
  const isRaw = typeof body === "string" || body instanceof Uint8Array;
  return Buffer.from(isRaw ? (body as string) : JSON.stringify(body));
}

/** Restores the body that a parser has read. */
function withItsBody(incoming: MountedRequest): IncomingMessage {
  const { readableDidRead, readableEnded, method, url, headers, rawHeaders, socket } = incoming;
  if (!readableDidRead && !readableEnded) return incoming;
  // Parsers set a value for an empty body too.
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
