import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { nodeFetch } from "./nodeFetch.ts";

const closings: (() => void)[] = [];

afterEach(() => {
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

test("method, headers and body arrive, and status, headers and body come back", async () => {
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

test("a redirect is an answer and is not followed", async () => {
  const paths: unknown[] = [];
  const origin = await serve((incoming, outgoing) => {
    paths.push(incoming.url);
    outgoing.writeHead(302, { location: "/elsewhere" }).end();
  });
  expect((await get(`${origin}/here`)).status).toBe(302);
  expect(paths).toEqual(["/here"]);
});

test("an answer without a body has none", async () => {
  const origin = await serve((_, outgoing) => outgoing.writeHead(204).end());
  const answer = await get(origin);
  expect([answer.status, answer.body]).toEqual([204, null]);
});

test("a long answer streams: it is there before it has ended, and stops where nobody reads on", async () => {
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

test("what fails on the way is a TypeError, as fetch has it", async () => {
  const origin = await serve((incoming) => incoming.socket.destroy());
  await expect(get(origin)).rejects.toMatchObject({ name: "TypeError", message: "fetch failed" });
  const torn = await serve((incoming, outgoing) => {
    outgoing.writeHead(200, { "content-length": 100 });
    outgoing.write("half", () => incoming.socket.destroy());
  });
  await expect(get(torn)).rejects.toBeInstanceOf(TypeError);
});

test("a header that is too long is refused", async () => {
  const origin = await serve((_, outgoing) =>
    outgoing.writeHead(200, { "x-long": "y".repeat(100_000) }).end(),
  );
  await expect(get(origin)).rejects.toBeInstanceOf(TypeError);
});

test("an abort rejects with its reason, before and after the request has gone out", async () => {
  const gone = new Error("gone");
  const origin = await serve(() => undefined);
  await expect(get(origin, { signal: AbortSignal.abort(gone) })).rejects.toBe(gone);
  const arrived = new AbortController();
  const silent = await serve(() => arrived.abort(gone));
  await expect(get(silent, { signal: arrived.signal })).rejects.toBe(gone);
});

test("a connection is used again", async () => {
  const ports = new Set<unknown>();
  const origin = await serve((incoming, outgoing) => {
    ports.add(incoming.socket.remotePort);
    outgoing.end("{}");
  });
  await (await get(origin)).text();
  await (await get(origin)).text();
  expect(ports.size).toBe(1);
});
