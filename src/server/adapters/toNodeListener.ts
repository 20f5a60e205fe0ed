import type { IncomingMessage, RequestListener } from "node:http";
import { Readable } from "node:stream";
import { createRequestListener } from "@remix-run/node-fetch-server";
import { EaselError } from "../../protocol/index.ts";
import { errorResponse } from "../respond.ts";

export interface NodeListenerOptions {
  /**
   * Believe `Forwarded`, `X-Forwarded-Host` and `X-Forwarded-Proto`. Only behind a proxy of your own that overwrites them.
   *
   * @default false
   */
  readonly trustProxy?: boolean | undefined;
}

/** What Express and Connect add: the path before the mount path was taken off, and a body that was parsed. */
type MountedRequest = IncomingMessage & { readonly originalUrl?: string; readonly body?: unknown };

/** What a body parser made of a body, as bytes again. */
function bytesOf(body: unknown): Buffer {
  const isRaw = typeof body === "string" || body instanceof Uint8Array;
  return Buffer.from(isRaw ? (body as string) : JSON.stringify(body));
}

/** The request as it was before Connect took its mount path off and a body parser in front of it read its body. */
function asItCame(incoming: MountedRequest): IncomingMessage {
  const { originalUrl, readableDidRead, readableEnded, method, headers, rawHeaders, socket } =
    incoming;
  if (originalUrl !== undefined) incoming.url = originalUrl;
  if (!readableDidRead && !readableEnded) return incoming;
  // A parser has something to show for an empty body too.
  const bytes = readableDidRead ? [bytesOf(incoming.body ?? "")] : [];
  const { url } = incoming;
  const again = Object.assign(Readable.from(bytes), { method, url, headers, rawHeaders, socket });
  return again as unknown as IncomingMessage;
}

/**
 * The handler as a listener for node:http, Connect and Express. It answers every request that it is given; a path that it
 * does not have is its 404. A body parser may stand in front of it, with a limit of its own.
 *
 * @example
 * const app = express();
 * app.use("/api/easel", toNodeListener(handler));
 *
 * @example
 * http.createServer(toNodeListener(handler)).listen(3000);
 */
export function toNodeListener(
  handler: (request: Request) => Promise<Response>,
  { trustProxy = false }: NodeListenerOptions = {},
): RequestListener {
  const listen = createRequestListener((request: Request) => handler(request), {
    trustProxy,
    onError: () => errorResponse(new EaselError("invalid_request")),
  });
  return (incoming: MountedRequest, outgoing) => listen(asItCame(incoming), outgoing);
}
