import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { createRequest } from "@remix-run/node-fetch-server";

/** What Express and Connect add: the path before the mount path was taken off, and a body that was parsed. */
export type MountedRequest = IncomingMessage & {
  readonly originalUrl?: string;
  readonly body?: unknown;
};

/** What a body parser made of a body, as bytes again. */
function bytesOf(body: unknown): Buffer {
  const isRaw = typeof body === "string" || body instanceof Uint8Array;
  return Buffer.from(isRaw ? (body as string) : JSON.stringify(body));
}

/** The request with its body, also when a parser in front of it has read that. */
function withItsBody(incoming: MountedRequest): IncomingMessage {
  const { readableDidRead, readableEnded, method, url, headers, rawHeaders, socket } = incoming;
  if (!readableDidRead && !readableEnded) return incoming;
  // A parser has something to show for an empty body too.
  const bytes = readableDidRead ? [bytesOf(incoming.body ?? "")] : [];
  const again = Object.assign(Readable.from(bytes), { method, url, headers, rawHeaders, socket });
  return again as unknown as IncomingMessage;
}

/**
 * Creates a `Request`, whose body is left unread until the handler reads it.
 *
 * @throws where the host or a header can't be part of a `Request`
 */
export function toRequest(
  incoming: MountedRequest,
  outgoing: ServerResponse,
  trustProxy: boolean,
): Request {
  return createRequest(withItsBody(incoming), outgoing, { trustProxy });
}
