import { expect, test, vi } from "vitest";
import { catalog, sdxlTorch } from "../../models/index.ts";
import { EaselError, errorTable, type SubmittedJob } from "../../protocol/index.ts";
import { createSandbox, type SandboxFault } from "../../sandbox/index.ts";
import type { Backend } from "../backend.ts";
import { segmind } from "../backends/segmind.ts";
import { createHandler } from "../createHandler.ts";
import type { HandlerOptions } from "../handlerOptions.ts";

const apiKey = "SG_0123456789abcdef";

function setUp(options: Partial<HandlerOptions> = {}) {
  const sandbox = createSandbox({ apiKeys: [apiKey] });
  const fetch = vi.fn(sandbox.fetch);
  const handler = createHandler({
    backend: segmind({ apiKey, fetch }),
    models: catalog,
    authorize: (request) => ({ userId: request.headers.get("x-user") ?? "ada" }),
    secret: "a secret of thirty-two bytes or more",
    ...options,
  });
  const post = async (
    body: unknown,
    headers: Record<string, string> = {},
    model = "sdxl-torch",
  ) => {
    const response = await handler(
      new Request(`https://host.example/api/easel/v2/${model}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    );
    const answer = (await response.json()) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, body: answer };
  };
  return { sandbox, fetch, handler, post };
}

const fox = { prompt: "a red fox" };

test.each(catalog)("the page's own example of $id goes upstream unchanged", async (model) => {
  const { post, sandbox } = setUp();
  expect((await post(model.example, {}, model.id)).status).toBe(200);
  expect(sandbox.log).toMatchObject([{ path: `/v2/${model.id}`, body: model.example }]);
});

test("the answer is the service's own shape, under the ticket, with the handler's addresses", async () => {
  const { post, sandbox } = setUp();
  const { body } = await post(fox);
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

test("upstream sees the key, the JSON, and nothing of the browser's", async () => {
  const { post, fetch } = setUp();
  await post(fox, {
    authorization: "Bearer the app's own",
    cookie: "session=1",
    "x-api-key": "SG_ffffffffffffffff",
    "x-forwarded-for": "1.2.3.4",
    "idempotency-key": "attempt-1",
  });
  const sent = fetch.mock.calls[0]?.[0];
  expect(Object.fromEntries(sent?.headers ?? [])).toEqual({
    "x-api-key": apiKey,
    accept: "application/json",
    "content-type": "application/json",
  });
  expect(sent?.url).toBe("https://api.segmind.com/v2/sdxl-torch");
});

test("defaults are filled in before it goes upstream", async () => {
  const { post, sandbox } = setUp();
  await post(fox);
  expect(sandbox.log[0]?.body).toMatchObject({ samples: 1, scheduler: "UniPC", base64: false });
});

test.each<[string, unknown, string]>([
  ["a blank prompt", { prompt: "  " }, "prompt"],
  ["no prompt", {}, "prompt"],
  ["text for a number", { ...fox, samples: "2" }, "samples"],
  ["too many samples", { ...fox, samples: 5 }, "samples"],
  ["a broken number", { ...fox, num_inference_steps: 25.5 }, "num_inference_steps"],
  ["a seed beyond the last", { ...fox, seed: 1_000_000_000_000_000 }, "seed"],
  ["an unknown scheduler", { ...fox, scheduler: "Nonsense" }, "scheduler"],
  ["a field that is none", { ...fox, promt: "x" }, "promt"],
  ["a list", [fox], ""],
])("%s is 400 and names the field, and nothing goes upstream", async (_, input, field) => {
  const { post, sandbox } = setUp();
  const { status, body } = await post(input);
  expect([status, body["code"], body["charged"], body["retry"]]).toEqual([
    400,
    "invalid_input",
    "no",
    "never",
  ]);
  expect(Object.keys(body["fields"] as object)).toEqual([field]);
  expect(sandbox.log).toEqual([]);
});

test("a body that is not JSON, or not UTF-8, or not said to be JSON, is refused", async () => {
  const { post, handler, sandbox } = setUp();
  expect((await post("{")).body["code"]).toBe("invalid_request");
  expect((await post("")).body["code"]).toBe("invalid_request");
  const bytes = await handler(
    new Request("https://host.example/api/easel/v2/sdxl-torch", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: new Uint8Array([0x22, 0xff, 0x22]),
    }),
  );
  expect(await bytes.json()).toMatchObject({ code: "invalid_request" });
  await Promise.all(
    ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""].map(
      async (type) => {
        const { status, body } = await post(fox, { "content-type": type });
        expect([status, body["code"]]).toEqual([415, "not_json"]);
      },
    ),
  );
  expect((await post(fox, { "content-type": "Application/JSON; charset=utf-8" })).status).toBe(200);
  expect(sandbox.log).toHaveLength(1);
});

test("a body that is too long is 413, by what it says and by what really comes", async () => {
  const { post, handler, sandbox } = setUp({ limits: { bodyBytes: 1_000 } });
  expect((await post({ prompt: "x".repeat(1_000) })).body["code"]).toBe("too_large");
  expect((await post(fox, { "content-length": "1001" })).body["code"]).toBe("too_large");
  const pull = vi.fn((controller: ReadableStreamDefaultController<Uint8Array>) => {
    controller.enqueue(new Uint8Array(100));
  });
  const init = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: new ReadableStream({ pull }),
    duplex: "half",
  };
  const response = await handler(new Request("https://host.example/api/easel/v2/sdxl-torch", init));
  expect(response.status).toBe(413);
  expect(pull.mock.calls.length).toBeLessThan(15);
  expect(sandbox.log).toEqual([]);
});

test("a body that breaks off, or that authorize has read, is not submitted", async () => {
  const broken = setUp();
  const body = new ReadableStream({ pull: (c) => c.error(new Error("reset")) });
  const init = { method: "POST", headers: { "content-type": "application/json" }, duplex: "half" };
  const url = "https://host.example/api/easel/v2/sdxl-torch";
  const answer = await broken.handler(new Request(url, { ...init, body }));
  expect(await answer.json()).toMatchObject({ code: "invalid_request", charged: "no" });

  const onEvent = vi.fn();
  const reading = setUp({
    onEvent,
    authorize: async (request) => ({ userId: (await request.text()) && "ada" }),
  });
  expect((await reading.post(fox)).body).toMatchObject({ code: "internal", charged: "no" });
  expect(onEvent.mock.calls[0]?.[0]).toMatchObject({ where: "authorize" });
  expect([...broken.sandbox.log, ...reading.sandbox.log]).toEqual([]);
});

test("a model that is not offered is 404, whatever the service may have", async () => {
  const { post, sandbox } = setUp({ models: [sdxlTorch] });
  await Promise.all(
    ["sdxl-txt2img", "no-such-model", "requests", "constructor", "__proto__"].map(async (model) => {
      const { status, body } = await post(fox, {}, model);
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
  "upstream's %s on a submit is %s, and is not sent again",
  async (fault, code) => {
    const { post, sandbox } = setUp();
    sandbox.fail("submit", fault);
    const { status, body, headers } = await post(fox);
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

test("one attempt is paid for once, however often it arrives and from wherever", async () => {
  const { post, sandbox } = setUp();
  const key = { "idempotency-key": "attempt-1" };
  const [first, second] = await Promise.all([post(fox, key), post(fox, key)]);
  const third = await post(fox, key);
  expect(second.body).toEqual(first.body);
  expect(third.body).toEqual(first.body);
  expect((await post({ prompt: "a cat" }, key)).body["code"]).toBe("key_reused");
  expect(sandbox.log).toHaveLength(1);
  expect((await post(fox, { ...key, "x-user": "bob" })).body).not.toEqual(first.body);
  expect(sandbox.log).toHaveLength(2);
});

test("a submit whose answer was lost is never sent again under its key", async () => {
  const { post, sandbox } = setUp();
  const key = { "idempotency-key": "attempt-1" };
  sandbox.fail("submit", "lost-answer");
  for (const answer of [await post(fox, key), await post(fox, key)]) {
    expect(answer).toMatchObject({
      status: 409,
      body: { code: "submit_unknown", charged: "unknown", retry: "unsafe" },
    });
  }
  expect(sandbox.log).toHaveLength(1);
});

test.each(["", "a b", "ü", "x".repeat(129)])("%j is no Idempotency-Key", async (key) => {
  const { post, sandbox } = setUp();
  const answer = await post(fox, { "idempotency-key": key });
  expect([answer.status, answer.body["code"]]).toEqual([400, "invalid_request"]);
  expect(sandbox.log).toEqual([]);
});

test("a browser that goes away does not take the run with it", async () => {
  let land: (job: SubmittedJob) => void = () => undefined;
  const submit = vi.fn<Backend["submit"]>(() => new Promise((resolve) => (land = resolve)));
  const { handler } = setUp({ backend: { ...segmind({ apiKey }), submit } });
  const gone = new AbortController();
  const answer = handler(
    new Request("https://host.example/api/easel/v2/sdxl-torch", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(fox),
      signal: gone.signal,
    }),
  );
  await vi.waitFor(() => expect(submit).toHaveBeenCalled());
  gone.abort();
  land({ requestId: crypto.randomUUID(), state: "queued" });
  expect((await answer).status).toBe(200);
  expect(submit.mock.calls[0]?.[2]).toEqual({});
});

test("beforeSubmit sees the run that is meant, and refuses it with its own words", async () => {
  const beforeSubmit = vi.fn<NonNullable<HandlerOptions["beforeSubmit"]>>(({ userId }) =>
    userId === "bob" ? "Ten a day is enough." : undefined,
  );
  const { post, sandbox } = setUp({ beforeSubmit });
  const key = { "idempotency-key": "attempt-1" };
  expect((await post(fox, key)).status).toBe(200);
  expect((await post(fox, key)).status).toBe(200);
  expect(beforeSubmit).toHaveBeenCalledTimes(1);
  expect(beforeSubmit.mock.calls[0]?.[0]).toMatchObject({
    userId: "ada",
    model: sdxlTorch,
    input: { ...fox, samples: 1 },
  });
  expect(await post(fox, { "x-user": "bob" })).toMatchObject({
    status: 403,
    body: { code: "refused", error: "Ten a day is enough.", charged: "no" },
  });
  expect(sandbox.log).toHaveLength(1);
});

test.each([false, ""] as const)(
  "beforeSubmit may refuse by %j, and is told what a run will cost",
  async (reason) => {
    const beforeSubmit = vi.fn<NonNullable<HandlerOptions["beforeSubmit"]>>(() => reason);
    const { post, sandbox } = setUp({
      beforeSubmit,
      models: [{ ...sdxlTorch, price: ({ samples }) => Number(samples) * 0.5 }],
    });
    const { status, body } = await post({ ...fox, samples: 3 });
    expect([status, body["code"], body["error"]]).toEqual([
      403,
      "refused",
      errorTable.refused.message,
    ]);
    expect(beforeSubmit.mock.calls[0]?.[0].estimate).toBe(1.5);
    expect(sandbox.log).toEqual([]);
  },
);

test("a beforeSubmit that fails stops the run: an EaselError as it is, anything else as a fault", async () => {
  const failures = [new EaselError("refused", { message: "No." }), new Error("hunter2")];
  const { post, sandbox } = setUp({
    beforeSubmit: () => {
      throw failures.shift() ?? new Error("spent");
    },
  });
  expect(await post(fox)).toMatchObject({ status: 403, body: { error: "No." } });
  const fault = await post(fox);
  expect([fault.status, fault.body["code"], fault.body["charged"]]).toEqual([
    500,
    "internal",
    "no",
  ]);
  expect(JSON.stringify(fault.body)).not.toContain("hunter2");
  expect(sandbox.log).toEqual([]);
});
