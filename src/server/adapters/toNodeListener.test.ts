import { EventEmitter, once } from "node:events";
import { createServer, request as nodeRequest, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, expect, test } from "vitest";
import { createTestStack } from "../../../test/createTestStack.ts";
import { toNodeListener } from "./toNodeListener.ts";

const closings: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  await Promise.all(closings.splice(0).map((close) => close()));
});

function setUp() {
  const { sandbox, handler } = createTestStack({
    sandbox: { timing: { queueMs: 0, runMs: 1_000 } },
    handler: {
      authorize: (request) =>
        request.headers.get("cookie") === "session=ada" ? { userId: "ada" } : null,
      limits: { bodyBytes: 100_000 },
    },
  });
  return { sandbox, handler, listener: toNodeListener(handler) };
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closings.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const headers = { cookie: "session=ada", "content-type": "application/json" };
const run = { method: "POST", headers, body: JSON.stringify({ prompt: "a red fox" }) };

const apps: Record<string, (listener: RequestListener) => RequestListener> = {
  "node:http": (listener) => listener,
  "Express, mounted": (listener) => express().use("/api/easel", listener),
  "Express, at the top": (listener) => express().use(listener),
  "Express, in a router": (listener) =>
    express().use("/api", express.Router().use("/easel", listener)),
  "Express, behind a body parser": (listener) =>
    express().use(express.json()).use("/api/easel", listener),
  "Express, behind a parser of bytes": (listener) =>
    express().use(express.raw({ type: "*/*" }), listener),
};

test.each(Object.entries(apps))("%s: generates an image", async (_, app) => {
  const { sandbox, listener } = setUp();
  const origin = await serve(app(listener));
  const submitted = await fetch(`${origin}/api/easel/v2/sdxl-torch`, {
    ...run,
    headers: { ...headers, origin },
  });
  const { status_url: statusUrl, response_url: resultUrl } = (await submitted.json()) as Record<
    string,
    string
  >;
  expect(submitted.status).toBe(200);
  sandbox.advance(1_000);
  const status = await fetch(`${origin}${statusUrl}`, { headers });
  expect(await status.json()).toMatchObject({ status: "COMPLETED" });
  const result = (await (await fetch(`${origin}${resultUrl}/`, { headers })).json()) as {
    output: string;
  };
  const asset = await fetch(`${origin}/api/easel/asset?url=${encodeURIComponent(result.output)}`, {
    headers,
  });
  expect([asset.status, asset.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(new Uint8Array(await asset.arrayBuffer()).slice(1, 4)).toEqual(
    new TextEncoder().encode("PNG"),
  );
  expect(sandbox.log.filter(({ billed }) => billed)).toHaveLength(1);
});

test.each(Object.entries(apps))("%s: refuses invalid requests", async (_, app) => {
  const { sandbox, listener } = setUp();
  const origin = await serve(app(listener));
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(origin + path, init);
    const text = await response.text();
    const { code } = (text === "" ? {} : JSON.parse(text)) as { code?: string };
    return [response.status, code];
  };
  const model = "/api/easel/v2/sdxl-torch";
  expect(await ask(model, { ...run, headers: { "content-type": "application/json" } })).toEqual([
    401,
    "unauthorized",
  ]);
  const evil = { ...run, headers: { ...headers, origin: "https://evil.example" } };
  expect(await ask(model, evil)).toEqual([403, "cross_site"]);
  const long = { ...run, body: JSON.stringify({ prompt: "x".repeat(100_000) }) };
  // Express' own parsers refuse it first, in their own way.
  expect((await ask(model, long).catch(() => [413]))[0]).toBe(413);
  expect(await ask(model, { ...run, body: "{}" })).toEqual([400, "invalid_input"]);
  expect(await ask("/api/easel/v2/requests/forged", { headers })).toEqual([404, "job_not_found"]);
  expect(await ask(model)).toEqual([405, "method_not_allowed"]);
  expect(await ask(model, { method: "OPTIONS" })).toEqual([204, undefined]);
  expect(await ask("/api/easel/health", { method: "HEAD" })).toEqual([200, undefined]);
  expect(sandbox.log).toEqual([]);
});

test("responds with 400 to a request with an invalid host", async () => {
  const { listener } = setUp();
  const { port } = new URL(await serve(listener));
  const status = await new Promise((resolve, reject) => {
    nodeRequest({ port, host: "127.0.0.1", path: "/api/easel/health", headers: { host: "a b" } })
      .on("response", (response) => {
        response.resume();
        resolve(response.statusCode);
      })
      .on("error", reject)
      .end();
  });
  expect(status).toBe(400);
});

test("uses a forwarded host and scheme only with trustProxy", async () => {
  const seen: string[] = [];
  const echo = async (request: Request) => {
    seen.push(request.url);
    return new Response();
  };
  const forwarded = { "x-forwarded-host": "www.example", "x-forwarded-proto": "https" };
  const origins = [
    await serve(toNodeListener(echo)),
    await serve(toNodeListener(echo, { trustProxy: true })),
  ];
  for (const origin of origins) {
    // oxlint-disable-next-line eslint/no-await-in-loop -- in order
    await fetch(`${origin}/x`, { headers: forwarded });
  }
  expect(seen).toEqual([`${origins[0]}/x`, "https://www.example/x"]);
});

test("sends a small response with its length and added headers", async () => {
  const { handler } = setUp();
  const origin = await serve(
    toNodeListener(async (request) => {
      const answer = await handler(request);
      answer.headers.append("set-cookie", "a=1");
      answer.headers.append("set-cookie", "b=2");
      return answer;
    }),
  );
  const answer = await fetch(`${origin}/api/easel/health`);
  const text = await answer.text();
  expect(answer.headers.get("content-length")).toBe(String(text.length));
  expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(JSON.parse(text)).toEqual({ status: "ok", attempts: "in_memory" });
});

test("sends a response whose body the app has replaced", async () => {
  const { handler } = setUp();
  const origin = await serve(
    toNodeListener(async (request) => {
      const answer = await handler(request);
      return new Response((await answer.text()).toUpperCase(), answer);
    }),
  );
  expect(await (await fetch(`${origin}/api/easel/health`)).text()).toBe(
    '{"STATUS":"OK","ATTEMPTS":"IN_MEMORY"}',
  );
});

test("ends the connection if a stream fails, so that it doesn't look complete", async () => {
  const body = () =>
    new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(10)),
      pull: (controller) => controller.error(new Error("broken")),
    });
  const origin = await serve(toNodeListener(async () => new Response(body())));
  const read = async () => (await fetch(origin)).arrayBuffer();
  await expect(read()).rejects.toThrow();
});

test("passes a GET request that can be read and cloned", async () => {
  const seen: unknown[] = [];
  const origin = await serve(
    toNodeListener(async (request) => {
      const copy = new Request(request.clone(), { headers: { "x-own": "a" } });
      seen.push(request instanceof Request, new Headers(request.headers).get("cookie"));
      seen.push(copy.url === request.url, copy.headers.get("x-own"), request.signal.aborted);
      return new Response();
    }),
  );
  await fetch(`${origin}/x`, { headers });
  expect(seen).toEqual([true, "session=ada", true, "a", false]);
});

test("aborts the signal of a GET request when the client disconnects, but not after a response", async () => {
  const events = new EventEmitter();
  const origin = await serve(
    toNodeListener(async ({ signal, url }) => {
      events.emit("request", signal);
      if (!url.endsWith("/slow")) return new Response("ok");
      await once(signal, "abort");
      events.emit("left");
      return new Response();
    }),
  );
  const [[answered]] = await Promise.all([
    once(events, "request") as Promise<[AbortSignal]>,
    fetch(origin, { headers: { connection: "close" } }).then((response) => response.text()),
  ]);
  const leaving = new AbortController();
  const left = fetch(`${origin}/slow`, { signal: leaving.signal }).catch(() => undefined);
  await once(events, "request");
  const ended = once(events, "left");
  leaving.abort();
  await Promise.all([left, ended]);
  expect(answered.aborted).toBe(false);
});

test("keeps headers and cookies that earlier middleware set", async () => {
  const answer = toNodeListener(
    async () => new Response(null, { headers: { "set-cookie": "own=1" } }),
  );
  const origin = await serve((incoming, outgoing) => {
    outgoing.setHeader("set-cookie", "session=ada");
    outgoing.setHeader("x-request-id", "7");
    answer(incoming, outgoing);
  });
  const { headers: received } = await fetch(origin);
  expect(received.getSetCookie()).toEqual(["session=ada", "own=1"]);
  expect(received.get("x-request-id")).toBe("7");
});
