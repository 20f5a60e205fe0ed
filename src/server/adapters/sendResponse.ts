import type { IncomingMessage, ServerResponse } from "node:http";
import { sendResponse as sendStream } from "@remix-run/node-fetch-server";
import { textOf } from "../http/respond.ts";
import { unrefTimer } from "../timing/pause.ts";

/** Limits for discarding a refused request's body. Some clients read the response only after sending the whole body. */
const maxBytes = 20_000_000;
const maxMs = 10_000;

function discardBody(incoming: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let left = maxBytes;
    const count = ({ byteLength }: Uint8Array): void => {
      left -= byteLength;
      if (left < 0) end();
    };
    const end = (): void => {
      clearTimeout(timer);
      incoming.off("data", count).off("end", end).off("close", end).pause();
      resolve();
    };
    const timer = unrefTimer(end, maxMs);
    // The failed request's body stream still has a listener, which would pause `incoming` on each chunk.
    incoming.removeAllListeners("data");
    incoming.on("data", count).once("end", end).once("close", end).resume();
  });
}

function delayEnd(response: Response, beforeEnd: () => Promise<void>): Response {
  const delay = new TransformStream<Uint8Array, Uint8Array>({ flush: beforeEnd });
  const { status, statusText, headers } = response;
  return new Response(response.body?.pipeThrough(delay) ?? null, { status, statusText, headers });
}

/** Sets the status and headers. `writeHead` would drop earlier cookies and break old versions of `on-headers`. */
function setHead(outgoing: ServerResponse, { status, headers }: Response): void {
  outgoing.statusCode = status;
  for (const [name, value] of headers) {
    if (name === "set-cookie") outgoing.appendHeader(name, value);
    else outgoing.setHeader(name, value);
  }
}

/** Sends a response. Before ending it, discards an unread request body, so the client doesn't lose the response. */
export async function sendResponse(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  response: Response,
  request?: Request,
): Promise<void> {
  const text = textOf(response) ?? (response.body ? undefined : "");
  const isUnread = !incoming.complete && incoming.httpVersionMajor === 1;
  const beforeEnd = async (): Promise<void> => {
    if (incoming.complete || incoming.destroyed) return;
    if (request?.body && !request.body.locked) request.body.cancel().catch(() => undefined);
    await discardBody(incoming);
  };
  if (outgoing.destroyed) {
    await response.body?.cancel();
    return;
  }
  if (isUnread) outgoing.setHeader("connection", "close");
  if (text === undefined) {
    await sendStream(outgoing, isUnread ? delayEnd(response, beforeEnd) : response);
    return;
  }
  setHead(outgoing, response);
  if (text !== "") outgoing.setHeader("content-length", Buffer.byteLength(text));
  if (!isUnread) {
    outgoing.end(text);
    return;
  }
  outgoing.flushHeaders();
  outgoing.write(text);
  await beforeEnd();
  outgoing.end();
}
