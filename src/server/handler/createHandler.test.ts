import { expect, test, vi } from "vitest";
import { apiKey, createTestStack, readJson } from "../../../test/createTestStack.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { modelFromJsonSchema, type JsonSchema } from "../../models/modelFromJsonSchema.ts";
import { segmind } from "../backends/segmind.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";
import { memoryStore } from "../stores/memoryStore.ts";

/** Creates a stack whose `ask` takes a path from the root, for requests outside the base path. */
function setUp(handler: Partial<HandlerOptions> = {}) {
  const stack = createTestStack({ handler });
  const ask = async (path: string, init?: RequestInit) =>
    readJson(await stack.handler(new Request(`https://host.example${path}`, init)));
  return { ...stack, ask };
}

const run = {
  method: "POST",
  body: JSON.stringify({ prompt: "a red fox" }),
  headers: { "content-type": "application/json" },
} as const;

test("returns only JSON that isn't cached", async () => {
  const { ask } = setUp();
  const answers = await Promise.all([ask("/api/easel/health"), ask("/api/easel/nothing")]);
  for (const { headers } of answers) {
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-type")).toBe("application/json");
  }
});

test.each([
  ["/api/easel/nothing", "not_found"],
  ["/api/easel", "not_found"],
  ["/api/easelv2/health", "not_found"],
  ["/health", "not_found"],
  ["/api/easel/v2/requests/a%2Fb/status", "not_found"],
  ["/api/easel/v2/requests/a/b/c", "not_found"],
  ["/api/easel/v2/requests/../../v1/get-user-credits", "not_found"],
  ["/api/easel//health", "not_found"],
  ["/api/easel/credits", "not_found"],
])("refuses %s, and doesn't call the service", async (path, code) => {
  const { ask, sandbox } = setUp();
  expect(await ask(path)).toMatchObject({ status: 404, body: { code, charged: "no" } });
  expect(sandbox.log).toEqual([]);
});

test("returns the base path for a path outside it", async () => {
  const { ask } = setUp({ basePath: "/images/" });
  expect((await ask("/api/easel/health")).body["error"]).toMatch(/mounted at "\/images"/);
  expect((await ask("/images/health")).body).toEqual({ status: "ok", attempts: "in_memory" });
  expect((await ask("/images/health///")).status).toBe(200);
});

test.each([
  ["GET", "/v2/sdxl-torch", "POST, OPTIONS"],
  ["PUT", "/v2/sdxl-torch", "POST, OPTIONS"],
  ["DELETE", "/v2/requests/x", "GET, HEAD, OPTIONS"],
  ["POST", "/config", "GET, HEAD, OPTIONS"],
  ["PATCH", "/v2/requests/x/status", "GET, HEAD, OPTIONS"],
])("responds to %s %s with 405 and the allowed methods", async (method, path, allow) => {
  const { ask, sandbox } = setUp();
  const { status, body, headers } = await ask(`/api/easel${path}`, { method });
  expect([status, body["code"]]).toEqual([405, "method_not_allowed"]);
  expect(headers.get("allow")).toBe(allow);
  expect(sandbox.log).toEqual([]);
});

test("responds to HEAD as to GET without a body, and to OPTIONS with the allowed methods", async () => {
  const { ask } = setUp({ authorize: () => null });
  const head = await ask("/api/easel/health", { method: "HEAD" });
  expect([head.status, head.body]).toEqual([200, undefined]);
  expect((await ask("/api/easel/config", { method: "HEAD" })).status).toBe(401);
  const options = await ask("/api/easel/v2/sdxl-torch", { method: "OPTIONS" });
  expect([options.status, options.headers.get("allow")]).toEqual([204, "POST, OPTIONS"]);
});

test("responds with 401 without a user except at health, and doesn't call the service", async () => {
  const { ask, sandbox } = setUp({ authorize: () => null });
  const answers = await Promise.all([
    ask("/api/easel/v2/sdxl-torch", { ...run, headers: { ...run.headers, authorization: "x" } }),
    ask("/api/easel/v2/requests/x/status"),
    ask("/api/easel/v2/requests/x"),
    ask("/api/easel/config"),
    ask("/api/easel/credits"),
    ask("/api/easel/asset?url=https://images.segmind.com/a.png"),
  ]);
  for (const { status, body } of answers) {
    expect([status, body["code"], body["charged"]]).toEqual([401, "unauthorized", "no"]);
  }
  expect((await ask("/api/easel/health")).status).toBe(200);
  expect(sandbox.log).toEqual([]);
});

test.each<[string, HandlerOptions["authorize"]]>([
  [
    "throws",
    () => {
      throw new Error("the password of the database is hunter2");
    },
  ],
  ["rejects", () => Promise.reject(new Error("hunter2"))],
  ["returns an empty ID", () => ({ userId: "" })],
  ["returns true", () => true as never],
  ["returns a number", () => ({ userId: 7 }) as never],
])("responds with 500 if authorize %s, and doesn't call the service", async (_, authorize) => {
  const { ask, sandbox, events } = setUp({ authorize });
  const { status, body } = await ask("/api/easel/v2/sdxl-torch", run);
  expect([status, body["code"], body["charged"]]).toEqual([500, "internal", "no"]);
  expect(JSON.stringify(body)).not.toContain("hunter2");
  expect(events[0]).toMatchObject({ type: "error", where: "authorize" });
  expect(sandbox.log).toEqual([]);
});

test("refuses every request if authorize returns nothing", async () => {
  const { ask } = setUp({ authorize: () => undefined });
  expect((await ask("/api/easel/config")).status).toBe(401);
});

test("refuses a submit from another site, which can't read the reason", async () => {
  const { ask, sandbox } = setUp({ authorize: vi.fn(() => ({ userId: "ada" })) });
  const { status, body, headers } = await ask("/api/easel/v2/sdxl-torch", {
    ...run,
    headers: { ...run.headers, origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  });
  expect([status, body["code"]]).toEqual([403, "cross_site"]);
  expect(headers.get("access-control-allow-origin")).toBeNull();
  expect(sandbox.log).toEqual([]);
});

test("limits a user's requests per minute, and returns when to retry", async () => {
  const { ask } = setUp({ limits: { requestsPerMinute: 2 } });
  await Promise.all([ask("/api/easel/config"), ask("/api/easel/config")]);
  const { status, body, headers } = await ask("/api/easel/config");
  expect([status, body["code"], body["charged"], body["retry"]]).toEqual([
    429,
    "rate_limited",
    "no",
    "after",
  ]);
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(50);
  expect(body["retryAt"]).toBeGreaterThan(Date.now() + 50_000);
  expect((await ask("/api/easel/config", { headers: { "x-user": "bob" } })).status).toBe(200);
});

test("shares limits among public visitors, or separates them by clientKey", async () => {
  const limits = { requestsPerMinute: 1 };
  const from = (address: string): RequestInit => ({ headers: { "x-real-ip": address } });
  const shared = setUp({ authorize: "public", limits });
  expect((await shared.ask("/api/easel/config", from("1"))).status).toBe(200);
  expect((await shared.ask("/api/easel/config", from("2"))).status).toBe(429);
  const clientKey = (request: Request) => request.headers.get("x-real-ip") ?? "";
  const apart = setUp({ authorize: "public", limits: { ...limits, clientKey } });
  expect((await apart.ask("/api/easel/config", from("1"))).status).toBe(200);
  expect((await apart.ask("/api/easel/config", from("2"))).status).toBe(200);
  expect((await apart.ask("/api/easel/config", from("2"))).status).toBe(429);
});

test("describes the models in the config, so that the same form can be rendered", async () => {
  const { ask } = setUp({ models: [sdxlTorch], limits: { bodyBytes: 1_000 } });
  const { body } = await ask("/api/easel/config");
  const [model] = body["models"] as [{ id: string; schema: JsonSchema } & Record<string, unknown>];
  const { schema, ...info } = model;
  expect(info).toMatchObject({ id: "sdxl-torch", task: "text-to-image", title: sdxlTorch.title });
  expect(body["limits"]).toMatchObject({ bodyBytes: 1_000 });
  const again = modelFromJsonSchema(schema, { task: "text-to-image", title: "x", id: info.id });
  expect(Object.keys(again.input.shape)).toEqual(Object.keys(sdxlTorch.input.shape));
});

test("returns the credits if they are exposed", async () => {
  const { ask } = setUp({ expose: { credits: true } });
  expect((await ask("/api/easel/credits")).body).toEqual({ credits: 100, "free-credits": 0 });
});

test("responds to an unexpected error with 500, and reports it without exposing it", async () => {
  const thrown = new Error(`something with ${apiKey} in it`);
  const reject = () => Promise.reject(thrown);
  const { ask, events } = setUp({
    backend: { submit: reject, getStatus: reject, getResult: reject },
  });
  const { status, body } = await ask("/api/easel/v2/sdxl-torch", run);
  expect(status).toBe(500);
  expect(body).toMatchObject({ code: "internal", charged: "unknown", retry: "unsafe" });
  expect(JSON.stringify(body)).not.toContain("something");
  expect(events).toContainEqual({ type: "error", where: "handler", cause: thrown });
});

test("ignores an error thrown by onEvent", async () => {
  const { ask } = setUp({
    onEvent: () => {
      throw new Error("the log is full");
    },
  });
  expect((await ask("/api/easel/v2/sdxl-torch", run)).status).toBe(200);
  expect((await ask("/api/easel/nothing")).status).toBe(404);
});

test("emits events without keys, prompts, users, or IDs", async () => {
  const { ask, events } = setUp();
  const { body } = await ask("/api/easel/v2/sdxl-torch", run);
  const ticket = String(body["request_id"]);
  const job = ticket.slice(-43, -31);
  await ask(`/api/easel/v2/requests/${ticket}/status`);
  await ask(`/api/easel/v2/requests/${ticket}/status`);
  await ask("/api/easel/v2/requests/forged/status");
  expect(events).toEqual([
    { type: "upstream", call: "submit", ms: expect.any(Number) as number },
    { type: "submit", model: "sdxl-torch", repeated: false, job },
    { type: "upstream", call: "status", ms: expect.any(Number) as number, job },
    { type: "cache", part: "status", job },
    { type: "refused", route: "v2/requests/:ticket/status", status: 404, code: "job_not_found" },
  ]);
});

test("reports attempts as kept only with a lasting store", async () => {
  for (const [store, said] of [
    [undefined, null],
    [memoryStore(), null],
    [{ ...memoryStore(), lasting: true }, "kept"],
  ] as const) {
    const { ask } = setUp({ store });
    const answers = await Promise.all([ask("/api/easel/health"), ask("/api/easel/nothing")]);
    expect(answers.map(({ headers }) => headers.get("easel-attempts"))).toEqual([said, said]);
  }
});

test.each<[string, Partial<HandlerOptions>, RegExp]>([
  ["no secret", { secret: undefined }, /process\.env\.EASEL_SECRET/],
  ["a blank secret", { secret: "" }, /openssl rand -base64 32/],
  ["blank secrets", { secret: [undefined, " "] }, /secret isn't set/],
  ["no key", { backend: segmind({ apiKey: undefined }) }, /process\.env\.SEGMIND_API_KEY/],
  [
    "no secret and no key",
    { secret: undefined, backend: segmind({ apiKey: "" }) },
    /EASEL_SECRET.*SEGMIND_API_KEY/,
  ],
  [
    "a custom backend that isn't configured",
    { backend: { ...segmind({ apiKey }), missingConfig: () => "ACME_TOKEN isn't set." } },
    /ACME_TOKEN/,
  ],
])("can be created with %s, but requests report what is missing", async (_, options, words) => {
  const authorize = vi.fn(() => ({ userId: "ada" }));
  const { ask, sandbox } = setUp({ authorize, ...options });
  const answers = await Promise.all([
    ask("/api/easel/health"),
    ask("/api/easel/config"),
    ask("/api/easel/v2/requests/x/status"),
    ask("/api/easel/v2/sdxl-torch", run),
  ]);
  for (const { status, body } of answers) {
    expect(status).toBe(503);
    expect(body).toMatchObject({ code: "not_configured", charged: "no", retry: "never" });
    expect(body["error"]).toMatch(words);
  }
  expect(authorize).not.toHaveBeenCalled();
  expect(sandbox.log).toEqual([]);
});

test("ignores an absent old secret, and needs no user for health", async () => {
  const { ask } = setUp({ secret: ["x".repeat(32), undefined], authorize: () => null });
  expect((await ask("/api/easel/health")).body).toEqual({ status: "ok", attempts: "in_memory" });
});

test.each<[string, () => unknown]>([
  ["undefined", () => undefined],
  ["null", () => null],
  ["a number", () => 7],
  ["a promise", () => Promise.reject(new Error("boom"))],
])("reports a clientKey that returns %s, and sends nothing", async (_, clientKey) => {
  const limits = { requestsPerMinute: 60, clientKey: clientKey as () => string };
  const { ask, sandbox, events } = setUp({ authorize: "public", limits });
  expect(await ask("/api/easel/v2/sdxl-torch", run)).toMatchObject({
    status: 500,
    body: { code: "internal", charged: "no" },
  });
  expect(events[0]).toMatchObject({ type: "error", where: "clientKey" });
  expect(sandbox.log).toEqual([]);
});
