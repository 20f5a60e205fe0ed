import { afterEach, describe, expect, test } from "vitest";
import { createTestStack, type TestStackOptions } from "../createTestStack.ts";
import { mounts, type Handler } from "../mounts.ts";

const closings: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  await Promise.all(closings.splice(0).map((close) => close()));
});

const headers = { cookie: "session=ada", "content-type": "application/json" };
const run = { method: "POST", headers, body: JSON.stringify({ prompt: "a red fox" }) };

/** Creates options for a streamed body. Node's types for `fetch` lack `duplex`. */
const streamed = (body: ReadableStream<Uint8Array>): RequestInit =>
  ({ method: "POST", body, duplex: "half" }) as RequestInit;

const text = new TextEncoder();

/** Creates a promise and a function that resolves it. */
function moment(): { readonly promise: Promise<void>; come(): void } {
  let come = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { promise, come: () => come() };
}

/** Creates a file with a PNG's signature. The rest of it isn't read. */
function imageOf(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size).map((_, index) => (index * 31) % 251);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  bytes.set([0, 0, 0, 9, 0, 0, 0, 9], 16);
  return bytes;
}

const image = imageOf(9_000_000);

describe.each(Object.entries(mounts))("%s", (_, mount) => {
  async function mounted(handler: Handler, basePath = "/api/easel") {
    const { ask, close } = await mount(handler, basePath);
    if (close) closings.push(close);
    return ask;
  }

  /** Creates a handler with the sandbox, whose upstream fetch can be replaced. */
  async function setUp(fetch?: TestStackOptions["fetch"], basePath = "/api/easel") {
    const { sandbox, upstream, handler } = createTestStack({
      sandbox: { timing: { queueMs: 0, runMs: 1_000 } },
      fetch,
      handler: {
        authorize: (request) =>
          request.headers.get("cookie") === "session=ada" ? { userId: "ada" } : null,
        basePath,
        allowedOrigins: ["https://other.example"],
        expose: { credits: true },
      },
    });
    return { sandbox, upstream, ask: await mounted(handler, basePath) };
  }

  test("serves a job from submit to image below another base path", async () => {
    const { sandbox, ask } = await setUp(undefined, "/images/v1");
    const submitted = await ask("/images/v1/v2/sdxl-torch", run);
    const job = (await submitted.json()) as Record<"status_url" | "response_url", string>;
    expect([submitted.status, job.status_url]).toEqual([
      200,
      expect.stringMatching(/^\/images\/v1\//),
    ]);
    sandbox.advance(1_000);
    expect(await (await ask(job.status_url, { headers })).json()).toMatchObject({
      status: "COMPLETED",
    });
    const result = (await (await ask(job.response_url, { headers })).json()) as { output: string };
    const path = `/images/v1/asset?url=${encodeURIComponent(result.output)}`;
    const asset = await ask(path, { headers });
    expect([
      asset.status,
      asset.headers.get("content-type"),
      asset.headers.get("content-disposition"),
    ]).toEqual([200, "image/png", "attachment"]);
    expect(new Uint8Array(await asset.arrayBuffer()).slice(1, 4)).toEqual(text.encode("PNG"));
    expect(sandbox.log.filter(({ billed }) => billed)).toHaveLength(1);
  });

  test("ignores trailing slashes, and returns 404 for other paths", async () => {
    const { ask, upstream } = await setUp();
    expect((await ask("/api/easel/health/")).status).toBe(200);
    expect((await ask("/api/easel/health///")).status).toBe(200);
    expect((await ask("/api/easel/nothing")).status).toBe(404);
    expect((await ask("/api/easel/v2/requests/a%2Fb/status", { headers })).status).toBe(404);
    expect(upstream).toEqual([]);
  });

  test("returns rejections with their headers", async () => {
    const { ask, upstream } = await setUp();
    const stranger = await ask("/api/easel/config");
    expect([stranger.status, await stranger.json()]).toMatchObject([401, { code: "unauthorized" }]);
    for (const [name, value] of [
      ["cache-control", "no-store"],
      ["x-content-type-options", "nosniff"],
      ["content-type", "application/json"],
    ] as const) {
      expect(stranger.headers.get(name)).toBe(value);
    }
    const evil = { ...run, headers: { ...headers, origin: "https://evil.example" } };
    expect((await ask("/api/easel/v2/sdxl-torch", evil)).status).toBe(403);
    const empty = await ask("/api/easel/v2/sdxl-torch", { ...run, body: "" });
    expect([empty.status, await empty.json()]).toMatchObject([400, { code: "invalid_request" }]);
    expect((await ask("/api/easel/v2/sdxl-torch", { ...run, body: "{" })).status).toBe(400);
    expect(upstream).toEqual([]);
  });

  test("answers HEAD and OPTIONS, and rejects other verbs", async () => {
    const { ask, upstream } = await setUp();
    const head = await ask("/api/easel/config", { method: "HEAD", headers });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("content-type")).toBe("application/json");
    const options = await ask("/api/easel/v2/sdxl-torch", {
      method: "OPTIONS",
      headers: { origin: "https://other.example", "access-control-request-headers": "x-own" },
    });
    expect([options.status, options.headers.get("allow")]).toEqual([204, "POST, OPTIONS"]);
    expect(options.headers.get("access-control-allow-origin")).toBe("https://other.example");
    expect(options.headers.get("access-control-allow-headers")).toBe("x-own");
    expect((await ask("/api/easel/config", { method: "POST", headers, body: "{}" })).status).toBe(
      405,
    );
    expect((await ask("/api/easel/config", { method: "PUT", headers })).status).toBe(405);
    expect(upstream).toEqual([]);
  });

  test("preserves headers in both directions", async () => {
    const seen: Request[] = [];
    const ask = await mounted(async (request) => {
      seen.push(request);
      const answer = new Response("words", { status: 418 });
      answer.headers.append("set-cookie", "a=1; Path=/");
      answer.headers.append("set-cookie", "b=2, 3");
      answer.headers.set("x-own", "a, b");
      return answer;
    });
    const answer = await ask("/api/easel/x/?q=a%20b&q=c", {
      headers: { ...headers, "x-long": "y".repeat(4_000) },
    });
    expect([answer.status, await answer.text()]).toEqual([418, "words"]);
    expect(answer.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2, 3"]);
    expect(answer.headers.get("x-own")).toBe("a, b");
    const [request] = seen;
    const { pathname, search } = new URL(request?.url ?? "");
    expect([pathname, search]).toEqual(["/api/easel/x/", "?q=a%20b&q=c"]);
    expect([request?.headers.get("cookie"), request?.headers.get("x-long")?.length]).toEqual([
      "session=ada",
      4_000,
    ]);
  });

  test("preserves a large image in both directions", async () => {
    const address = "https://images.segmind.com/assets/a.png";
    const arrived: Buffer[] = [];
    const { ask } = await setUp(async (request) => {
      if (request.method === "GET") {
        return new Response(image, { headers: { "content-type": "image/png" } });
      }
      const { data_urls: urls } = (await request.json()) as { data_urls: string[] };
      arrived.push(Buffer.from(urls[0]?.split(",")[1] ?? "", "base64"));
      return Response.json({ file_urls: [address] });
    });
    const upload = await ask("/api/easel/upload", {
      method: "POST",
      body: image,
      headers: { cookie: "session=ada", "content-type": "image/png" },
    });
    expect([upload.status, await upload.json()]).toEqual([200, { url: address }]);
    expect(arrived.map((bytes) => bytes.equals(image))).toEqual([true]);
    const back = await ask(`/api/easel/asset?url=${encodeURIComponent(address)}`, { headers });
    expect(Buffer.from(await back.arrayBuffer()).equals(image)).toBe(true);
  });

  test("accepts form data", async () => {
    const { ask } = await setUp();
    const form = new FormData();
    form.append("image", new Blob([image.slice(0, 300_000)]), "a.png");
    const upload = await ask("/api/easel/upload", {
      method: "POST",
      body: form,
      headers: { cookie: "session=ada", "x-easel-upload": "1" },
    });
    expect(upload.status).toBe(200);
  });

  test("rejects an endless body once it is too large", async () => {
    const { ask, upstream } = await setUp();
    const sent = { bytes: 0 };
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent.bytes += 100_000;
        controller.enqueue(image.slice(0, 100_000));
      },
    });
    const init = {
      ...streamed(endless),
      headers: { cookie: "session=ada", "content-type": "image/png" },
    };
    // A server may reset the connection instead.
    const status = await ask("/api/easel/upload", init).then(
      (answer) => answer.status,
      () => 413,
    );
    expect(status).toBe(413);
    expect(sent.bytes).toBeLessThan(40_000_000);
    expect(upstream).toEqual([]);
  });

  test("streams bodies in both directions", async () => {
    const ask = await mounted(async ({ body }) => new Response(body));
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    void writer.write(text.encode("first"));
    const answer = await ask("/api/easel/echo", streamed(readable));
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("first");
    void writer.write(text.encode("second"));
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("second");
    void writer.close();
    expect((await reader.read()).done).toBe(true);
  });

  test("aborts an upstream read after the browser disconnects, before and during its response", async () => {
    const events: string[] = [];
    const started = moment();
    const stopped = moment();
    const cancelled = moment();
    const { ask } = await setUp(async ({ url, signal }) => {
      if (!url.includes("images.segmind.com")) {
        signal.addEventListener("abort", () => stopped.come());
        started.come();
        return new Promise<Response>((_resolve, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason as Error));
        });
      }
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(imageOf(100)),
        cancel: () => cancelled.come(),
      });
      return new Response(body, { headers: { "content-type": "image/png" } });
    });

    const leave = new AbortController();
    const credits = ask("/api/easel/credits", { headers, signal: leave.signal }).catch(() =>
      events.push("gone"),
    );
    await started.promise;
    leave.abort();
    await Promise.all([stopped.promise, credits]);

    const path = `/api/easel/asset?url=${encodeURIComponent("https://images.segmind.com/a.png")}`;
    const asset = await ask(path, { headers });
    const reader = (asset.body as ReadableStream<Uint8Array>).getReader();
    expect((await reader.read()).value).toHaveLength(100);
    await reader.cancel();
    await cancelled.promise;
  });

  test("streams a job's events, and stops watching after the browser disconnects", async () => {
    const { ask } = await setUp();
    const submitted = await ask("/api/easel/v2/sdxl-torch", run);
    const { response_url: job } = (await submitted.json()) as { response_url: string };
    const leave = new AbortController();
    const events = await ask(`${job}/events`, { headers, signal: leave.signal });
    expect([events.status, events.headers.get("content-type")]).toEqual([200, "text/event-stream"]);
    const reader = (events.body as ReadableStream<Uint8Array>).getReader();
    let read = "";
    while (!read.includes('"status":')) {
      read += new TextDecoder().decode((await reader.read()).value);
    }
    leave.abort();
    await reader.cancel().catch(() => undefined);
  });

  test("completes a submit once after the browser disconnects", async () => {
    const started = moment();
    const goOn = moment();
    const signals: AbortSignal[] = [];
    const { ask, sandbox } = await setUp(async (request, send) => {
      signals.push(request.signal);
      started.come();
      await goOn.promise;
      return send(request);
    });
    const attempt = { ...run, headers: { ...headers, "idempotency-key": "k1" } };
    const leave = new AbortController();
    const first = ask("/api/easel/v2/sdxl-torch", { ...attempt, signal: leave.signal }).catch(
      () => undefined,
    );
    await started.promise;
    leave.abort();
    // Another request gives the server time to detect the abort.
    await ask("/api/easel/health");
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    goOn.come();
    await first;
    const again = await ask("/api/easel/v2/sdxl-torch", attempt);
    expect([again.status, await again.json()]).toMatchObject([200, { status: "QUEUED" }]);
    expect(sandbox.log.filter(({ billed }) => billed)).toHaveLength(1);
  });
});
