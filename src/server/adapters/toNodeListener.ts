import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { createRequestListener, sendResponse } from "@remix-run/node-fetch-server";
import { NodeRequest } from "srvx/node";
import { EaselError } from "../../protocol/index.ts";
import { errorResponse, textOf } from "../respond.ts";

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

/** The request with its body, also when a parser in front of it has read that. */
function withItsBody(incoming: MountedRequest): IncomingMessage {
  const { readableDidRead, readableEnded, method, url, headers, rawHeaders, socket } = incoming;
  if (!readableDidRead && !readableEnded) return incoming;
  // A parser has something to show for an empty body too.
  const bytes = readableDidRead ? [bytesOf(incoming.body ?? "")] : [];
  const again = Object.assign(Readable.from(bytes), { method, url, headers, rawHeaders, socket });
  return again as unknown as IncomingMessage;
}

const isBodiless = ({ method }: IncomingMessage): boolean =>
  method === "GET" || method === "HEAD" || method === "OPTIONS";

/** What srvx makes of a host that is none. */
const isNowhere = (url: string): boolean => /^https?:\/\/_invalid_\//.test(url);

async function send(outgoing: ServerResponse, response: Response): Promise<void> {
  const text = textOf(response);
  if (outgoing.destroyed) {
    await response.body?.cancel();
  } else if (text === undefined) {
    await sendResponse(outgoing, response);
  } else {
    outgoing.statusCode = response.status;
    for (const [name, value] of response.headers) {
      if (name === "set-cookie") outgoing.appendHeader(name, value);
      else outgoing.setHeader(name, value);
    }
    outgoing.setHeader("content-length", Buffer.byteLength(text));
    outgoing.end(text);
  }
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
  const refuse = (): Response => errorResponse(new EaselError("invalid_request"));

  /**
   * Polls come by the thousand, and srvx makes no more of a request than is looked at. A body it can't leave half read
   * without breaking the connection off, before the answer that says why: those are the other converter's.
   */
  async function answerBodiless(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
  ): Promise<void> {
    const request = new NodeRequest({ req: incoming, res: outgoing, trustProxy });
    try {
      const response = isNowhere(request.url) ? refuse() : await handler(request);
      await send(outgoing, response);
    } catch {
      if (outgoing.headersSent) outgoing.destroy();
      else await send(outgoing, refuse());
    }
  }

  const answerWhole = createRequestListener((request: Request) => handler(request), {
    trustProxy,
    onError: refuse,
  });
  return (incoming: MountedRequest, outgoing) => {
    // Connect has taken its mount path off.
    if (incoming.originalUrl !== undefined) incoming.url = incoming.originalUrl;
    if (isBodiless(incoming)) void answerBodiless(incoming, outgoing);
    else answerWhole(withItsBody(incoming), outgoing);
  };
}
