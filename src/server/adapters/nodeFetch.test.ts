import { createServer, type RequestListener } from "node:http";
import { createServer as createTcpServer, type AddressInfo, type Socket } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { segmind } from "../backends/segmind.ts";
import type { PlainCall } from "../http/plainCall.ts";
import { nodeFetch } from "./nodeFetch.ts";

const closings: (() => void)[] = [];

afterEach(() => {
  vi.useRealTimers();
  for (const close of closings.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const ask = nodeFetch();
const get = (url: string, init?: RequestInit) => ask(new Request(url, init));

test("sends the method, headers, and body, and returns the status, headers, and body", async () => {
  const origin = await serve((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const { method, url, headers } = incoming;
      const body = Buffer.concat(chunks).toString();
      outgoing.writeHead(418, { "x-own": "a", "set-cookie": ["a=1", "b=2"] });
      const { "x-api-key": key, "content-length": length } = headers;
      outgoing.end(JSON.stringify([method, url, key, length, body]));
    });
  });
  const answer = await get(`${origin}/a?b=c`, {
    method: "POST",
    headers: { "x-api-key": "k" },
    body: "déjà vu",
  });
  expect([answer.status, answer.headers.get("x-own"), answer.headers.getSetCookie()]).toEqual([
    418,
    "a",
    ["a=1", "b=2"],
  ]);
  expect(await answer.json()).toEqual(["POST", "/a?b=c", "k", "9", "déjà vu"]);
});

test("returns a redirect instead of following it", async () => {
  const paths: unknown[] = [];
  const origin = await serve((incoming, outgoing) => {
    paths.push(incoming.url);
    outgoing.writeHead(302, { location: "/elsewhere" }).end();
  });
  expect((await get(`${origin}/here`)).status).toBe(302);
  expect(paths).toEqual(["/here"]);
});

const text = JSON.stringify({ status: "QUEUED", padding: "x".repeat(800) });

test.each([
  ["gzip", gzipSync(text)],
  ["deflate", deflateSync(text)],
  ["br", brotliCompressSync(text)],
  ["identity", Buffer.from(text)],
])("decodes a %s response, as fetch does", async (encoding, body) => {
  const origin = await serve((_, outgoing) => {
    outgoing.writeHead(200, { "content-encoding": encoding, "content-length": body.length });
    outgoing.end(body);
  });
  expect(await (await get(origin)).text()).toBe(text);
  expect((await getPlain(origin))?.text).toBe(text);
});

test("returns empty text if a decompressed response is too long", async () => {
  const origin = await serve((_, outgoing) => {
    outgoing.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(text));
  });
  const answer = await getPlain(origin, { maxBytes: 500 });
  expect(answer?.text).toBe("");
});

test("rejects if a compressed response is truncated", async () => {
  const whole = gzipSync(text);
  const origin = await serve((_, outgoing) => {
    outgoing.writeHead(200, { "content-encoding": "gzip" });
    outgoing.end(whole.subarray(0, whole.length - 12));
  });
  await expect(get(origin).then((answer) => answer.text())).rejects.toThrow();
  await expect(getPlain(origin)).rejects.toThrow();
});

test("returns no body for a response without one", async () => {
  const origin = await serve((_, outgoing) => outgoing.writeHead(204).end());
  const answer = await get(origin);
  expect([answer.status, answer.body]).toEqual([204, null]);
});

test("streams a long response, and stops when its reader cancels", async () => {
  let closed = (): void => undefined;
  const isClosed = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const origin = await serve((_, outgoing) => {
    outgoing.on("close", closed);
    outgoing.write("first");
  });
  const { body } = await get(origin);
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe("first");
  await reader.cancel();
  await isClosed;
});

test("rejects with a TypeError if a connection fails, as fetch does", async () => {
  const origin = await serve((incoming) => incoming.socket.destroy());
  await expect(get(origin)).rejects.toMatchObject({ name: "TypeError", message: "fetch failed" });
  const torn = await serve((incoming, outgoing) => {
    outgoing.writeHead(200, { "content-length": 100 });
    outgoing.write("half", () => incoming.socket.destroy());
  });
  await expect(get(torn)).rejects.toBeInstanceOf(TypeError);
});

test("rejects a header that is too long", async () => {
  const origin = await serve((_, outgoing) =>
    outgoing.writeHead(200, { "x-long": "y".repeat(100_000) }).end(),
  );
  await expect(get(origin)).rejects.toBeInstanceOf(TypeError);
});

test("rejects with the reason for an abort, before and after the request is sent", async () => {
  const gone = new Error("gone");
  const origin = await serve(() => undefined);
  await expect(get(origin, { signal: AbortSignal.abort(gone) })).rejects.toBe(gone);
  const arrived = new AbortController();
  const silent = await serve(() => arrived.abort(gone));
  await expect(get(silent, { signal: arrived.signal })).rejects.toBe(gone);
});

test("reuses a connection", async () => {
  const ports = new Set<unknown>();
  const origin = await serve((incoming, outgoing) => {
    ports.add(incoming.socket.remotePort);
    outgoing.end("{}");
  });
  await (await get(origin)).text();
  await (await get(origin)).text();
  expect(ports.size).toBe(1);
});

const plainCall = { method: "GET", headers: {}, timeoutMs: 5_000, maxBytes: 1_000 } as const;
const getPlain = (address: string, more: Partial<PlainCall> = {}) =>
  ask.plain?.({ ...plainCall, address, ...more });

test("sends a plain call once, with the same request and response as a regular call", async () => {
  const seen: unknown[] = [];
  const origin = await serve((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const { method, url, headers } = incoming;
      const { "x-api-key": key, "content-length": length } = headers;
      seen.push([method, url, key, length, Buffer.concat(chunks).toString()]);
      outgoing.writeHead(307, { location: "/elsewhere", "retry-after": "3" }).end("déjà vu");
    });
  });
  const answer = await getPlain(`${origin}/a?b=c`, {
    method: "POST",
    headers: { "x-api-key": "k" },
    body: "déjà vu",
  });
  expect([answer?.status, answer?.text, answer?.headers.get("retry-after")]).toEqual([
    307,
    "déjà vu",
    "3",
  ]);
  expect(seen).toEqual([["POST", "/a?b=c", "k", "9", "déjà vu"]]);
});

test("rejects a plain call that breaks off, times out, or is aborted, and doesn't send it again", async () => {
  let asked = 0;
  const origin = await serve((incoming, outgoing) => {
    asked += 1;
    incoming.resume();
    if (incoming.url === "/reset") incoming.socket.destroy();
    if (incoming.url === "/torn") {
      outgoing.writeHead(200, { "content-length": "10" }).write("half");
      setImmediate(() => incoming.socket.destroy());
    }
    if (incoming.url === "/slow") outgoing.writeHead(200).write("half");
  });
  const post = { method: "POST", body: "{}" } as const;
  await expect(getPlain(`${origin}/reset`, post)).rejects.toThrow(TypeError);
  await expect(getPlain(`${origin}/torn`, post)).rejects.toThrow(TypeError);
  await expect(getPlain(`${origin}/slow`, { ...post, timeoutMs: 50 })).rejects.toThrow(TypeError);
  const gone = new AbortController();
  const broken = getPlain(`${origin}/slow`, { signal: gone.signal });
  gone.abort(new Error("gone"));
  await expect(broken).rejects.toThrow("gone");
  await expect(getPlain(`${origin}/slow`, { signal: gone.signal })).rejects.toThrow("gone");
  expect(asked).toBeLessThanOrEqual(4);
});

test("returns empty text for a plain call whose response is too long", async () => {
  const origin = await serve((_, outgoing) => void outgoing.end("x".repeat(1_001)));
  expect((await getPlain(origin))?.text).toBe("");
  expect((await getPlain(origin, { maxBytes: 1_001 }))?.text).toHaveLength(1_001);
});

/** A server that is written by hand: it answers the head of each request with whatever `answer` sends. */
async function serveRaw(answer: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
    socket.once("data", () => answer(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closings.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sockets };
}

const switching = "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n";
const chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";

const oddAnswers: readonly (readonly [name: string, answer: (socket: Socket) => void])[] = [
  ["switches protocols", (socket) => socket.write(switching)],
  ["switches protocols and continues", (socket) => socket.write(`${switching}\0\x01frames`)],
  ["sends endless 1xx responses", (socket) => socket.write(`HTTP/1.1 102 P\r\n\r\n`.repeat(200))],
  ["closes without a response", (socket) => socket.end()],
  ["closes in the status line", (socket) => socket.end("HTTP/1.")],
  ["closes in the headers", (socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-le")],
  ["closes in the body", (socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nha")],
  ["closes in a chunk", (socket) => socket.end(`${chunked}5\r\nha`)],
  ["closes before the last chunk", (socket) => socket.end(`${chunked}2\r\nha\r\n`)],
  ["sends something else", (socket) => socket.write("SSH-2.0-x\r\n\r\n")],
  [
    "sends endless headers",
    (socket) => socket.write(`HTTP/1.1 200 OK\r\na: ${"b".repeat(99_999)}`),
  ],
];

test.each(oddAnswers)("rejects immediately for a server that %s", async (_, answer) => {
  const { origin } = await serveRaw(answer);
  await expect(getPlain(origin)).rejects.toMatchObject({ message: "fetch failed" });
  await expect(get(origin).then((response) => response.text())).rejects.toThrow();
});

test("disconnects from a server that switches protocols, and throws submit_unknown for a submit", async () => {
  let posts = 0;
  const { origin, sockets } = await serveRaw((socket) => {
    posts += 1;
    socket.write(switching);
  });
  const backend = segmind({ apiKey: "SG_0123456789abcdef", baseUrl: origin, fetch: ask });
  await expect(backend.submit("sdxl-torch", {}, {})).rejects.toMatchObject({
    code: "submit_unknown",
  });
  expect(posts).toBe(1);
  const status = backend.getStatus("2c7f59ea-13f1-402c-9353-915a2b5a2124", {});
  await expect(status).rejects.toMatchObject({ code: "upstream_unavailable" });
  await vi.waitFor(() => expect(sockets.size).toBe(0));
});

test.each([
  ["nothing", ""],
  ["a few interim responses", "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(3)],
  ["half a header", "HTTP/1.1 200 OK\r\na: b"],
  ["half a body", `${chunked}2\r\n{}\r\n`],
])("times out if a server sends %s and then nothing more", async (_, sent) => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let arrived = (): void => undefined;
  const isAsked = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const { origin } = await serveRaw((socket) => {
    if (sent === "") arrived();
    else socket.write(sent, () => arrived());
  });
  const answer = expect(getPlain(origin)).rejects.toMatchObject({ message: "fetch failed" });
  await isAsked;
  await vi.advanceTimersByTimeAsync(plainCall.timeoutMs);
  await answer;
  expect(vi.getTimerCount()).toBe(0);
});
