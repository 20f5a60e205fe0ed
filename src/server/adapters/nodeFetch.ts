import {
  Agent as HttpAgent,
  request as askHttp,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from "node:http";
import { Agent as HttpsAgent, request as askHttps } from "node:https";
import type { Socket } from "node:net";
import { pipeline, Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { PlainAnswer, PlainFetch, ServiceFetch } from "../http/plainCall.ts";
import { withTimeout } from "../timing/withTimeout.ts";

export interface NodeFetchOptions {
  /** Maximum number of concurrent connections per host. Additional requests wait for a free one. @default 100 */
  readonly maxSockets?: number | undefined;
}

/** Maximum size of a response body to buffer, in bytes. Buffering a small body costs less than streaming it. */
const smallBytes = 65_536;
/** Idle timeout of a connection. It's below servers' timeouts, because a closing connection can lose a submission. */
const idleMs = 4_000;
const nullBodyStatuses = new Set([204, 205, 304]);
const decoder = new TextDecoder();

async function readWhole(incoming: Readable, maxBytes = Infinity): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) return Buffer.alloc(0);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    headers.append(rawHeaders[at] ?? "", rawHeaders[at + 1] ?? "");
  }
  return headers;
}

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

function decoded(incoming: IncomingMessage): Readable {
  const decode = decoders[incoming.headers["content-encoding"]?.toLowerCase() ?? ""]?.();
  return decode ? pipeline(incoming, decode, () => undefined) : incoming;
}

async function readResponse(incoming: IncomingMessage): Promise<Response> {
  const { statusCode: status = 0 } = incoming;
  const headers = headersOf(incoming);
  if (nullBodyStatuses.has(status)) {
    incoming.resume();
    return new Response(null, { status, headers });
  }
  const source = decoded(incoming);
  const isSmall =
    source === incoming && Number(headers.get("content-length") ?? Infinity) <= smallBytes;
  const body = isSmall ? await readWhole(incoming) : Readable.toWeb(source);
  return new Response(body as BodyInit, { status, headers });
}

async function readPlain(incoming: IncomingMessage, maxBytes: number): Promise<PlainAnswer> {
  const bytes = await readWhole(decoded(incoming), maxBytes);
  return {
    status: incoming.statusCode ?? 0,
    get headers() {
      return headersOf(incoming);
    },
    text: decoder.decode(bytes),
  };
}

/** Returns a timeout error. Until the socket connects, it's a connection error, because nothing has been sent. */
function tooLate(outgoing: ClientRequest): Error {
  const socket: (Socket & { readonly secureConnecting?: boolean }) | null = outgoing.socket;
  return !socket || socket.connecting || socket.secureConnecting === true
    ? Object.assign(new Error("Connection timed out."), { code: "ETIMEDOUT", syscall: "connect" })
    : new TypeError("Response timed out.");
}

const maxInterim = 100;

function exchange(outgoing: ClientRequest, body: Buffer | string | undefined) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    let interim = 0;
    outgoing.on("response", resolve);
    outgoing.on("error", reject);
    outgoing.on("information", () => {
      interim += 1;
      if (interim <= maxInterim) return;
      reject(new TypeError("Too many interim responses."));
      outgoing.destroy();
    });
    // If the service switches protocols, Node closes the connection and emits no other event.
    outgoing.on("close", () => reject(new TypeError("The connection closed early.")));
    outgoing.end(body);
  });
}

/** Creates a `fetch` with less overhead than Node's. Doesn't follow redirects or ask for compressed responses. */
export function nodeFetch(options: NodeFetchOptions = {}): ServiceFetch {
  const { maxSockets = 100 } = options;
  const kept = { keepAlive: true, maxSockets, timeout: idleMs };
  const http = new HttpAgent(kept);
  const https = new HttpsAgent(kept);
  const open = (address: string, init: RequestOptions): ClientRequest =>
    address.startsWith("https:")
      ? askHttps(address, { ...init, agent: https })
      : askHttp(address, { ...init, agent: http });

  async function orDestroy<T>(
    outgoing: ClientRequest,
    signal: AbortSignal | undefined,
    read: () => Promise<T>,
  ): Promise<T> {
    try {
      return await read();
    } catch (cause) {
      outgoing.destroy();
      signal?.throwIfAborted();
      throw new TypeError("fetch failed", { cause });
    }
  }

  async function send(request: Request): Promise<Response> {
    const { url, method, signal } = request;
    signal.throwIfAborted();
    // The body is buffered because some services require a Content-Length header.
    const body = request.body ? Buffer.from(await request.arrayBuffer()) : undefined;
    const init = { method, signal, headers: Object.fromEntries(request.headers) };
    const outgoing = open(url, init);
    return orDestroy(outgoing, signal, async () => readResponse(await exchange(outgoing, body)));
  }

  const plain: PlainFetch = async (call) => {
    const { address, method, headers, body, signal, timeoutMs: ms, maxBytes } = call;
    signal?.throwIfAborted();
    const outgoing = open(address, { method, headers });
    const errorFor = (): Error => tooLate(outgoing);
    return orDestroy(outgoing, signal, () =>
      withTimeout({ ms, signal, errorFor }, async () =>
        readPlain(await exchange(outgoing, body), maxBytes),
      ),
    );
  };

  return Object.assign(send, { plain });
}
