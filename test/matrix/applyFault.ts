import { ServerResponse, type IncomingMessage, type RequestListener } from "node:http";
import type { WayFault } from "./faults.ts";

interface FaultyRequest {
  readonly name: WayFault | undefined;
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly handle: RequestListener;
  readonly untilHealed: Promise<void>;
}

function answerHtml(outgoing: ServerResponse, status: number, title: string): void {
  outgoing.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    ...(status === 429 || status === 503 ? { "retry-after": "2" } : {}),
  });
  outgoing.end(`<!doctype html><title>${title}</title><h1>${title}</h1>`);
}

interface Answered {
  readonly status: number;
  readonly headers: ReturnType<ServerResponse["getHeaders"]>;
  readonly body: Buffer;
}

/** Runs the handler but withholds its response. A stream counts as a response once its first bytes are sent. */
function holdBack(incoming: IncomingMessage, handle: RequestListener): Promise<Answered> {
  return new Promise((resolve) => {
    const kept = new ServerResponse(incoming);
    const chunks: Buffer[] = [];
    const keep = (chunk: unknown) => {
      if (typeof chunk === "string" || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    };
    const done = () =>
      resolve({
        status: kept.statusCode,
        headers: kept.getHeaders(),
        body: Buffer.concat(chunks),
      });
    const isStream = () => String(kept.getHeader("content-type")).startsWith("text/event-stream");
    kept.write = ((chunk: unknown) => {
      keep(chunk);
      if (isStream()) done();
      return true;
    }) as typeof kept.write;
    kept.end = ((chunk: unknown) => {
      keep(chunk);
      done();
      return kept;
    }) as typeof kept.end;
    handle(incoming, kept);
  });
}

export function applyFault({ name, incoming, outgoing, handle, untilHealed }: FaultyRequest): void {
  const send = ({ status, headers }: Answered, body: Buffer) => {
    outgoing.writeHead(status, { ...headers, "content-length": body.length, connection: "close" });
    outgoing.end(body);
  };
  const afterwards = (then: (answered: Answered) => void) =>
    void holdBack(incoming, handle).then(then);

  switch (name) {
    case undefined:
    case "signed-out":
      return handle(incoming, outgoing);
    case "offline":
    case "no-name":
      // Simulated in the browser. A request that still arrives gets no response.
      return;
    case "reset":
      return afterwards(() => outgoing.socket?.resetAndDestroy());
    case "gateway-timeout":
      return afterwards(() => answerHtml(outgoing, 504, "504 Gateway Timeout"));
    case "torn":
      return afterwards((answered) =>
        send(answered, answered.body.subarray(0, Math.floor(answered.body.length / 2))),
      );
    case "empty":
      return afterwards((answered) => send(answered, Buffer.alloc(0)));
    case "slow":
      return afterwards((answered) => void untilHealed.then(() => send(answered, answered.body)));
    case "forbidden":
      return answerHtml(outgoing, 403, "403 Forbidden");
    case "missing":
      return answerHtml(outgoing, 404, "404 Not Found");
    case "too-many":
      return answerHtml(outgoing, 429, "429 Too Many Requests");
    case "crash":
      return answerHtml(outgoing, 500, "500 Internal Server Error");
    case "bad-gateway":
      return answerHtml(outgoing, 502, "502 Bad Gateway");
    case "unavailable":
      return answerHtml(outgoing, 503, "503 Service Unavailable");
    case "login":
      outgoing.writeHead(302, { location: "/login" });
      outgoing.end();
  }
}
