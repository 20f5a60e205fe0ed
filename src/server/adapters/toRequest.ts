import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { createRequest } from "@remix-run/node-fetch-server";
import { NodeRequest } from "srvx/node";

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
 * Creates a `Request`. Polls come by the thousand, so a request without a body gets srvx's, which is made up as far as it is
 * read. srvx can't stop reading a body without breaking the connection, so the others get the other library's.
 *
 * @throws where the host or a header can't be part of a `Request`; srvx's throws when it is read
 */
export function toRequest(
  incoming: MountedRequest,
  outgoing: ServerResponse,
  trustProxy: boolean,
): Request {
  const { method } = incoming;
  return method === "GET" || method === "HEAD"
    ? new NodeRequest({ req: incoming, res: outgoing, trustProxy })
    : createRequest(withItsBody(incoming), outgoing, { trustProxy });
}
