import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod/v4";
import { apiKey, createTestStack } from "../../../test/createTestStack.ts";
import { payloads } from "../../../test/payloads.ts";
import { sdxlImg2img } from "../../models/catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { defineModel, type Model } from "../../models/defineModel.ts";
import { extendModel } from "../../models/extendModel.ts";
import { limitModel } from "../../models/limitModel.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { errorTable } from "../../protocol/errorTable.ts";
import type { SubmittedJob } from "../../protocol/wire.ts";
import type { SandboxFault } from "../../sandbox/faults.ts";
import type { Backend } from "../backends/backend.ts";
import { segmind } from "../backends/segmind.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";
import type { JobRequest } from "../options/hookEvents.ts";

type BeforeSubmit = NonNullable<HandlerOptions["beforeSubmit"]>;

afterEach(() => void vi.useRealTimers());

const setUp = (handler: Partial<HandlerOptions> = {}) => createTestStack({ handler });

const json = { "content-type": "application/json" };
const fox = { prompt: "a red fox" };

test.each(Object.entries(payloads))("sends the payload of %s unchanged", async (id, payload) => {
  const { submit, sandbox } = setUp();
  expect((await submit(payload, {}, id)).status).toBe(200);
  expect(sandbox.log).toMatchObject([{ path: `/v2/${id}`, body: payload }]);
});

test("responds in the service's format with the ticket and the handler's URLs", async () => {
  const { submit, sandbox } = setUp();
  const { body } = await submit(fox);
  const ticket = String(body["request_id"]);
  const address = `/api/easel/v2/requests/${ticket}`;
  expect(body).toEqual({
    request_id: ticket,
    status: "QUEUED",
    poll_url: address,
    status_url: `${address}/status`,
    response_url: address,
  });
  expect(ticket).not.toBe(sandbox.log[0]?.requestId);
});

test("sends the key and JSON to the service, but no browser headers", async () => {
  const { submit, upstream } = setUp();
  await submit(fox, {
    authorization: "Bearer the app's own",
    cookie: "session=1",
    "x-api-key": "SG_ffffffffffffffff",
    "x-forwarded-for": "1.2.3.4",
    "idempotency-key": "attempt-1",
  });
  const [sent] = upstream;
  expect(Object.fromEntries(sent?.headers ?? [])).toEqual({
    "x-api-key": apiKey,
    accept: "application/json",
    "content-type": "application/json",
  });
  expect(sent?.url).toBe("https://api.segmind.com/v2/sdxl-torch");
});

test("adds defaults before sending", async () => {
  const { submit, sandbox } = setUp();
  await submit(fox);
  expect(sandbox.log[0]?.body).toMatchObject({ samples: 1, scheduler: "UniPC", base64: false });
});

test.each<[string, unknown, string]>([
  ["a blank prompt", { prompt: "  " }, "prompt"],
  ["no prompt", {}, "prompt"],
  ["text instead of a number", { ...fox, samples: "2" }, "samples"],
  ["too many samples", { ...fox, samples: 5 }, "samples"],
  ["a fractional number", { ...fox, num_inference_steps: 25.5 }, "num_inference_steps"],
  ["a seed that is too large", { ...fox, seed: 1_000_000_000_000_000 }, "seed"],
  ["an unknown scheduler", { ...fox, scheduler: "Nonsense" }, "scheduler"],
  ["an unknown field", { ...fox, promt: "x" }, "promt"],
  ["a list", [fox], ""],
])(
  "responds to %s with 400 and the field, and doesn't call the service",
  async (_, input, field) => {
    const { submit, sandbox } = setUp();
    const { status, body } = await submit(input);
    expect([status, body["code"], body["charged"], body["retry"]]).toEqual([
      400,
      "invalid_input",
      "no",
      "never",
    ]);
    expect(Object.keys(body["fields"] as object)).toEqual([field]);
    expect(sandbox.log).toEqual([]);
  },
);

test("refuses a body that isn't JSON or UTF-8, or has another content type", async () => {
  const { submit, ask, sandbox } = setUp();
  expect((await submit("{")).body["code"]).toBe("invalid_request");
  expect((await submit("")).body["code"]).toBe("invalid_request");
  const bytes = await ask("/v2/sdxl-torch", {
    method: "POST",
    headers: json,
    body: new Uint8Array([0x22, 0xff, 0x22]),
  });
  expect(await bytes.json()).toMatchObject({ code: "invalid_request" });
  await Promise.all(
    ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""].map(
      async (type) => {
        const { status, body } = await submit(fox, { "content-type": type });
        expect([status, body["code"]]).toEqual([415, "not_json"]);
      },
    ),
  );
  expect((await submit(fox, { "content-type": "Application/JSON; charset=utf-8" })).status).toBe(
    200,
  );
  expect(sandbox.log).toHaveLength(1);
});

test("responds with 413 to a body that declares or has an excessive length", async () => {
  const { submit, ask, sandbox } = setUp({ limits: { bodyBytes: 1_000 } });
  expect((await submit({ prompt: "x".repeat(1_000) })).body["code"]).toBe("too_large");
  expect((await submit(fox, { "content-length": "1001" })).body["code"]).toBe("too_large");
  const pull = vi.fn((controller: ReadableStreamDefaultController<Uint8Array>) => {
    controller.enqueue(new Uint8Array(100));
  });
  const body = new ReadableStream({ pull });
  const init = { method: "POST", headers: json, body, duplex: "half" };
  const response = await ask("/v2/sdxl-torch", init);
  expect(response.status).toBe(413);
  expect(pull.mock.calls.length).toBeLessThan(15);
  expect(sandbox.log).toEqual([]);
});

test("doesn't submit an incomplete body, or one that authorize has read", async () => {
  const broken = setUp();
  const body = new ReadableStream({ pull: (c) => c.error(new Error("reset")) });
  const init = { method: "POST", headers: json, body, duplex: "half" };
  const answer = await broken.askJson("/v2/sdxl-torch", init);
  expect(answer.body).toMatchObject({ code: "invalid_request", charged: "no" });

  const reading = setUp({
    authorize: async (request) => ({ userId: (await request.text()) && "ada" }),
  });
  expect((await reading.submit(fox)).body).toMatchObject({ code: "internal", charged: "no" });
  expect(reading.events[0]).toMatchObject({ where: "authorize" });
  expect([...broken.sandbox.log, ...reading.sandbox.log]).toEqual([]);
});

test("responds with 404 to a model that isn't configured", async () => {
  const { submit, sandbox } = setUp({ models: [sdxlTorch] });
  await Promise.all(
    ["sdxl-txt2img", "no-such-model", "requests", "constructor", "__proto__"].map(async (model) => {
      const { status, body } = await submit(fox, {}, model);
      expect([status, body["code"]]).toEqual([404, "model_not_found"]);
    }),
  );
  expect(sandbox.log).toEqual([]);
});

const upstreamErrors: readonly (readonly [SandboxFault, keyof typeof errorTable])[] = [
  ["bad-request", "parameter_rejected"],
  ["key-missing", "upstream_key_missing"],
  ["key-invalid", "upstream_key_invalid"],
  ["auth-error", "upstream_key_invalid"],
  ["forbidden", "upstream_forbidden"],
  ["model-not-found", "upstream_model_missing"],
  ["content-type", "upstream_content_type"],
  ["no-credits", "upstream_no_credits"],
  ["parameter-rejected", "parameter_rejected"],
  ["spend-limit", "upstream_spend_limit"],
  ["model-retired", "upstream_model_retired"],
  ["rate-limited", "rate_limited"],
  ["server-error", "upstream_error"],
  ["bad-gateway", "submit_unknown"],
  ["unavailable", "submit_unknown"],
  ["gateway-timeout", "submit_unknown"],
  ["connection-reset", "submit_unknown"],
  ["lost-answer", "submit_unknown"],
  ["login-page", "submit_unreadable"],
  ["torn-json", "submit_unreadable"],
  ["empty-body", "submit_unreadable"],
  ["no-request-id", "submit_unreadable"],
];

test.each(upstreamErrors)(
  "maps the fault %s of a submit to %s, and doesn't send it again",
  async (fault, code) => {
    const { submit, sandbox } = setUp();
    sandbox.fail("submit", fault);
    const { status, body, headers } = await submit(fox);
    const row = errorTable[code];
    expect(status).toBe(row.status);
    expect(body).toMatchObject({ code, charged: row.charged, retry: row.retry });
    expect(body["error"]).toEqual(expect.any(String));
    expect(headers.has("retry-after")).toBe(status === 429);
    expect(headers.get("content-type")).toBe("application/json");
    expect(JSON.stringify(body)).not.toContain("0.001 available");
    expect(sandbox.log).toHaveLength(1);
  },
);

test("charges an attempt once, even if it is repeated on other instances", async () => {
  const { submit, sandbox } = setUp();
  const key = { "idempotency-key": "attempt-1" };
  const [first, second] = await Promise.all([submit(fox, key), submit(fox, key)]);
  const third = await submit(fox, key);
  expect(second.body).toEqual(first.body);
  expect(third.body).toEqual(first.body);
  expect((await submit({ prompt: "a cat" }, key)).body["code"]).toBe("key_reused");
  expect(sandbox.log).toHaveLength(1);
  expect((await submit(fox, { ...key, "x-user": "bob" })).body).not.toEqual(first.body);
  expect(sandbox.log).toHaveLength(2);
});

test("never sends a submit again with the same key if its response was lost", async () => {
  const { submit, sandbox } = setUp();
  const key = { "idempotency-key": "attempt-1" };
  sandbox.fail("submit", "lost-answer");
  for (const answer of [await submit(fox, key), await submit(fox, key)]) {
    expect(answer).toMatchObject({
      status: 409,
      body: { code: "submit_unknown", charged: "unknown", retry: "unsafe" },
    });
  }
  expect(sandbox.log).toHaveLength(1);
});

test.each(["", "a b", "ü", "x".repeat(129)])("rejects %j as an Idempotency-Key", async (key) => {
  const { submit, sandbox } = setUp();
  const answer = await submit(fox, { "idempotency-key": key });
  expect([answer.status, answer.body["code"]]).toEqual([400, "invalid_request"]);
  expect(sandbox.log).toEqual([]);
});

test("doesn't abort a submit if the browser disconnects", async () => {
  let land: (job: SubmittedJob) => void = () => undefined;
  const submit = vi.fn<Backend["submit"]>(() => new Promise((resolve) => (land = resolve)));
  const { ask } = setUp({ backend: { ...segmind({ apiKey }), submit } });
  const gone = new AbortController();
  const answer = ask("/v2/sdxl-torch", {
    method: "POST",
    headers: json,
    body: JSON.stringify(fox),
    signal: gone.signal,
  });
  await vi.waitFor(() => expect(submit).toHaveBeenCalled());
  gone.abort();
  land({ requestId: crypto.randomUUID(), state: "queued" });
  expect((await answer).status).toBe(200);
  expect(submit.mock.calls[0]?.[2]).toEqual({});
});

test("passes the ID, request, and user to beforeSubmit, and returns its message", async () => {
  const ada = { userId: "ada", org: "acme" };
  const seen: [string | null, unknown][] = [];
  const beforeSubmit = vi.fn<BeforeSubmit>(({ request, user }) => {
    seen.push([request.headers.get("cookie"), user]);
    return user.userId === "bob" ? "Ten a day is enough." : undefined;
  });
  const authorize = (request: Request) => (request.headers.get("x-user") ? { userId: "bob" } : ada);
  const { submit, sandbox } = setUp({ beforeSubmit, authorize });
  const key = { "idempotency-key": "attempt-1", cookie: "plan=free" };
  expect((await submit(fox, key)).status).toBe(200);
  expect((await submit(fox, key)).status).toBe(200);
  expect(seen).toEqual([["plan=free", ada]]);
  expect(beforeSubmit.mock.calls[0]?.[0]).toMatchObject({
    modelId: "sdxl-torch",
    input: { ...fox, samples: 1 },
  });
  expect(await submit(fox, { ...key, "x-user": "bob" })).toMatchObject({
    status: 403,
    body: { code: "refused", error: "Ten a day is enough.", charged: "no" },
  });
  const [first, second] = beforeSubmit.mock.calls.map(([{ id }]) => id);
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(second).not.toBe(first);
  expect(sandbox.log).toHaveLength(1);
});

test("keeps the ID of an attempt that is sent again after a refusal", async () => {
  const ids: string[] = [];
  const { submit } = setUp({ beforeSubmit: ({ id }) => ids.push(id) < 2 && "Wait." });
  await submit(fox, { "idempotency-key": "attempt-1" });
  await submit(fox, { "idempotency-key": "attempt-1" });
  await submit(fox, { "idempotency-key": "attempt-2" });
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
});

test('uses the user ID "public" with public access', async () => {
  const beforeSubmit = vi.fn<BeforeSubmit>();
  const limits = { requestsPerMinute: 60 };
  const { submit } = setUp({ beforeSubmit, authorize: "public", limits });
  await submit(fox);
  expect(beforeSubmit.mock.calls[0]?.[0].user).toEqual({ userId: "public" });
});

test("sends the input that beforeSubmit returns, with defaults", async () => {
  const { submit, sandbox } = setUp({
    beforeSubmit: ({ input }) => ({ input: { ...input, prompt: "a red fox, watercolor" } }),
  });
  expect((await submit(fox)).status).toBe(200);
  expect(sandbox.log[0]?.body).toMatchObject({ prompt: "a red fox, watercolor", samples: 1 });
});

test("reports a beforeSubmit that changes its input object, and sends nothing", async () => {
  const { submit, sandbox, events } = setUp({
    beforeSubmit: ({ input }) => void Object.assign(input, { prompt: "a red fox, watercolor" }),
  });
  const { status, body } = await submit(fox);
  expect([status, body["code"], body["charged"]]).toEqual([500, "internal", "no"]);
  expect(events[0]).toMatchObject({ type: "error", where: "beforeSubmit" });
  expect(sandbox.log).toEqual([]);
});

test("doesn't transform an input again if beforeSubmit doesn't change it", async () => {
  const prompt = z.string().transform((text) => `${text}, oil`);
  const model = { ...sdxlTorch, input: z.object({ ...sdxlTorch.input.shape, prompt }) };
  const { submit, sandbox } = setUp({ beforeSubmit: () => {}, models: [model] });
  expect((await submit(fox)).status).toBe(200);
  expect(sandbox.log[0]?.body).toMatchObject({ prompt: `${fox.prompt}, oil` });
});

test.each(["internal", "network", "job_not_found"] as const)(
  "reports an EaselError %s from beforeSubmit as not charged",
  async (code) => {
    const { submit, sandbox } = setUp({
      beforeSubmit() {
        throw new EaselError(code, { message: "The database is down." });
      },
    });
    const { body } = await submit(fox);
    expect(body).toMatchObject({ code, error: "The database is down.", charged: "no" });
    expect(body["retry"]).not.toBe("unsafe");
    expect(sandbox.log).toEqual([]);
  },
);

test.each([true, null, undefined])(
  "allows a job if an untyped beforeSubmit returns %j",
  async (answer) => {
    const { submit, sandbox } = setUp({ beforeSubmit: () => answer as undefined });
    expect((await submit(fox)).status).toBe(200);
    expect(sandbox.log).toHaveLength(1);
  },
);

test("sends nothing if beforeSubmit returns an input without { input }", async () => {
  const beforeSubmit = (({ input }: JobRequest) => input) as unknown as BeforeSubmit;
  const { submit, sandbox } = setUp({ beforeSubmit });
  expect((await submit(fox)).body["code"]).toBe("invalid_input");
  expect(sandbox.log).toEqual([]);
});

test.each<[string, BeforeSubmit, string]>([
  ["returns", ({ input }) => ({ input: { ...input, samples: 99 } }), "samples"],
  ["extends", ({ input }) => ({ input: { ...input, admin: true } }), "admin"],
])("reports an invalid input that beforeSubmit %s, and sends nothing", async (_, change, field) => {
  const { submit, sandbox, events } = setUp({ beforeSubmit: change });
  const { status, body } = await submit(fox);
  expect([status, body["code"], body["charged"]]).toEqual([400, "invalid_input", "no"]);
  expect(Object.keys(body["fields"] as object)).toEqual([field]);
  expect(events[0]).toMatchObject({ type: "error", where: "beforeSubmit" });
  expect(sandbox.log).toEqual([]);
});

test.each([false, ""] as const)(
  "refuses a job if beforeSubmit returns %j, and passes it the estimated cost",
  async (reason) => {
    const beforeSubmit = vi.fn<BeforeSubmit>(() => reason);
    const { submit, sandbox } = setUp({
      beforeSubmit,
      models: [{ ...sdxlTorch, price: ({ samples }) => Number(samples) * 0.5 }],
    });
    const { status, body } = await submit({ ...fox, samples: 3 });
    expect([status, body["code"], body["error"]]).toEqual([
      403,
      "refused",
      errorTable.refused.message,
    ]);
    expect(beforeSubmit.mock.calls[0]?.[0].estimate).toBe(1.5);
    expect(sandbox.log).toEqual([]);
  },
);

test("returns an EaselError from beforeSubmit unchanged, and any other error as internal", async () => {
  const failures = [new EaselError("refused", { message: "No." }), new Error("hunter2")];
  const { submit, sandbox } = setUp({
    beforeSubmit: () => {
      throw failures.shift() ?? new Error("spent");
    },
  });
  expect(await submit(fox)).toMatchObject({ status: 403, body: { error: "No." } });
  const fault = await submit(fox);
  expect([fault.status, fault.body["code"], fault.body["charged"]]).toEqual([
    500,
    "internal",
    "no",
  ]);
  expect(JSON.stringify(fault.body)).not.toContain("hunter2");
  expect(sandbox.log).toEqual([]);
});

test("passes a required local field to beforeSubmit, but not to the service", async () => {
  const project = z.string().min(1, "Pick a project");
  const tags = z.array(z.string()).optional();
  const extended = extendModel(sdxlTorch, { project, tags }, { local: ["project", "tags"] });
  const beforeSubmit = vi.fn();
  const { submit, sandbox, askJson } = setUp({
    models: [limitModel(extended, { samples: { max: 2 } })],
    beforeSubmit,
  });
  expect((await submit(fox)).body).toMatchObject({
    code: "invalid_input",
    fields: { project: "Pick a project" },
  });
  const local = { project: "p1", tags: ["a"] };
  expect((await submit({ ...fox, ...local })).status).toBe(200);
  expect(beforeSubmit.mock.lastCall?.[0]).toMatchObject({ input: { ...fox, ...local } });
  const { body } = sandbox.log[0] ?? {};
  expect(body).toMatchObject(fox);
  for (const name of Object.keys(local)) expect(body).not.toHaveProperty(name);
  expect((await askJson("/config")).body).toMatchObject({
    models: [{ id: "sdxl-torch", local: ["project", "tags"] }],
  });
});

const throwing = (error: Error) => (): never => {
  throw error;
};
const boom = throwing(new Error("boom"));
const ownImage = `https://host.example/api/easel/asset?url=${encodeURIComponent("https://images.segmind.com/a.png")}`;

function modelWith(field: z.ZodType): Model {
  const input = z.object({ prompt: z.string(), field: field.optional() });
  return defineModel({ id: "own", title: "Own", task: "text-to-image", input });
}

test.each<[string, unknown, Model, Partial<Backend>, string]>([
  [
    "an input image can't be fetched",
    { image: ownImage },
    sdxlImg2img,
    { fetchAsset: throwing(new EaselError("upstream_unavailable")) },
    "upstream_unavailable",
  ],
  [
    "a backend's readsInput throws",
    { image: "https://example.com/a.png" },
    sdxlImg2img,
    { readsInput: boom },
    "internal",
  ],
  [
    "a schema creates a value that isn't JSON",
    { field: "1" },
    modelWith(z.coerce.bigint()),
    {},
    "internal",
  ],
  ["a schema throws", { field: "1" }, modelWith(z.string().refine(boom)), {}, "internal"],
  [
    "a schema throws an EaselError",
    { field: "1" },
    modelWith(z.string().refine(throwing(new EaselError("network")))),
    {},
    "network",
  ],
  [
    "a schema creates a value that can't be cloned for the hooks",
    { field: "1" },
    modelWith(z.string().transform(() => boom)),
    {},
    "internal",
  ],
])("charges nothing and frees the attempt when %s", async (_, input, model, change, code) => {
  const sent = vi.fn<Backend["submit"]>();
  const onSubmitEnd = vi.fn<NonNullable<HandlerOptions["onSubmitEnd"]>>();
  const { submit, events } = setUp({
    models: [model],
    backend: { ...segmind({ apiKey }), submit: sent, ...change },
    limits: { jobsAtOnce: 1 },
    onSubmitEnd,
  });
  const send = () =>
    submit({ ...fox, ...(input as object) }, { "idempotency-key": "attempt-1" }, model.id);
  for (const { body } of [await send(), await send()]) {
    expect(body).toMatchObject({ code, charged: "no", retry: "safe" });
  }
  const outcomes = onSubmitEnd.mock.calls.map(([{ outcome }]) => outcome);
  expect(outcomes.filter((outcome) => outcome !== "refused")).toEqual([]);
  expect(events.filter(({ type }) => type === "error")).toHaveLength(code === "internal" ? 2 : 0);
  expect(sent).not.toHaveBeenCalled();
});

test("doesn't send an attempt that another process took over, and reports an unknown outcome", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
  let start: () => void = () => undefined;
  const started = new Promise<void>((resolve) => (start = resolve));
  const beforeSubmit = vi.fn(() => started);
  const { submit, createInstance, sandbox, events } = setUp({ beforeSubmit });
  const key = { "idempotency-key": "attempt-1" };
  const stalled = submit(fox, key);
  await vi.waitFor(() => expect(beforeSubmit).toHaveBeenCalled());
  vi.setSystemTime(Date.now() + 700_000);
  expect((await createInstance({ beforeSubmit: () => {} }).submit(fox, key)).status).toBe(200);
  vi.useRealTimers();
  start();
  expect((await stalled).body).toMatchObject({ code: "submit_unknown", charged: "unknown" });
  expect(sandbox.log).toHaveLength(1);
  expect(events.filter(({ type }) => type === "upstream")).toHaveLength(1);
});
