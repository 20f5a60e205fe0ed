import { expect, test, vi } from "vitest";
import { createTestStack } from "../../../test/createTestStack.ts";
import { errorTable } from "../../protocol/errorTable.ts";
import type { Sandbox } from "../../sandbox/createSandbox.ts";
import type { SandboxFault } from "../../sandbox/faults.ts";
import type { HandlerEvent } from "../events/handlerEvent.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";

async function setUp(prompt = "a red fox", options: Partial<HandlerOptions> = {}) {
  const fetch = vi.fn((request: Request, send: Sandbox["fetch"]) => send(request));
  const { sandbox, submit, poll, fetchResult } = createTestStack({
    sandbox: { timing: { queueMs: 1_000, runMs: 2_000 } },
    fetch,
    // Time stands still here: what is known of a job is old at once.
    handler: { pollDelay: () => 0, ...options },
  });
  const ticket = String((await submit({ prompt, samples: 2 })).body["request_id"]);
  const upstreamId = String(sandbox.log[0]?.requestId);
  return {
    sandbox,
    fetch,
    ticket,
    upstreamId,
    pollStatus: (id = ticket, init?: RequestInit) => poll(id, init),
    fetchResult: (id = ticket, init?: RequestInit) => fetchResult(id, init),
  };
}

test("returns a job's states and images in the service's format, with its ticket", async () => {
  const { sandbox, pollStatus, fetchResult, ticket, upstreamId } = await setUp();
  expect((await pollStatus()).body).toMatchObject({ status: "QUEUED", request_id: ticket });
  expect(await fetchResult()).toMatchObject({ status: 200, body: { status: "QUEUED" } });
  sandbox.advance(1_000);
  expect((await pollStatus()).body).toMatchObject({ status: "PROCESSING" });
  sandbox.advance(2_000);
  const status = await pollStatus();
  expect(status.body).toEqual({
    status: "COMPLETED",
    request_id: ticket,
    poll_url: `/api/easel/v2/requests/${ticket}`,
    status_url: `/api/easel/v2/requests/${ticket}/status`,
    response_url: `/api/easel/v2/requests/${ticket}`,
    metrics: { inference_time: 2, queue_time: 1, total_time: 3 },
  });
  expect(status.headers.has("retry-after")).toBe(false);
  const { body } = await fetchResult();
  expect(body).toMatchObject({ status: "COMPLETED", request_id: ticket, prompt: "a red fox" });
  expect(body["images"]).toHaveLength(2);
  expect(JSON.stringify(body)).not.toMatch(/cost|credits|api\.segmind\.com/);
  expect(JSON.stringify(body).replaceAll(ticket, "")).not.toContain(upstreamId);
});

test.each(["run-failed", "failed-with-200"])(
  "responds to %s with 422, the service's message, and the error code",
  async (fault) => {
    const { sandbox, pollStatus, fetchResult, ticket } = await setUp(`a red fox sandbox:${fault}`);
    sandbox.advance(3_000);
    for (const answer of [await pollStatus(), await fetchResult()]) {
      expect(answer.status).toBe(422);
      expect(answer.body).toMatchObject({
        status: "FAILED",
        request_id: ticket,
        code: "run_failed",
        charged: "no",
        retry: "safe",
        metrics: { total_time: expect.any(Number) as number },
      });
      expect(answer.body["error"]).toEqual(expect.any(String));
    }
  },
);

test("returns a separate code for blocked content", async () => {
  const { sandbox, pollStatus } = await setUp("a red fox sandbox:content-block");
  sandbox.advance(3_000);
  expect(await pollStatus()).toMatchObject({ status: 422, body: { code: "content_blocked" } });
});

test("drops undocumented fields, and treats unknown states as processing", async () => {
  const extra = await setUp("a red fox sandbox:extra-fields");
  const known = await setUp();
  const fieldsOf = ({ body }: { readonly body: object }) => Object.keys(body);
  expect(fieldsOf(await extra.pollStatus())).toEqual(fieldsOf(await known.pollStatus()));
  const odd = await setUp("a red fox sandbox:unknown-state");
  odd.sandbox.advance(1_500);
  expect((await odd.pollStatus()).body).toMatchObject({ status: "PROCESSING" });
});

test.each([
  ["canceled", "run_canceled", "unknown"],
  ["TIMEOUT", "run_expired", "unknown"],
  ["nsfw", "content_blocked", "no"],
])("maps the service's final state %j to %s", async (state, code, charged) => {
  const { pollStatus, fetchResult, fetch } = await setUp();
  fetch.mockImplementation(async () => Response.json({ status: state }));
  for (const answer of [await pollStatus(), await fetchResult()]) {
    expect(answer).toMatchObject({ status: 422, body: { status: "FAILED", code, charged } });
  }
});

test("treats an unknown state as pending, and reports each one once", async () => {
  const onEvent = vi.fn<(event: HandlerEvent) => void>();
  const { pollStatus, fetchResult, fetch } = await setUp("a red fox", { onEvent });
  const answers = ["WARMING_UP", "WARMING_UP", "COOLING", "WARMING_UP"];
  fetch.mockImplementation(async () => Response.json({ status: answers.shift() }));
  for (const answer of [
    await pollStatus(),
    await fetchResult(),
    await pollStatus(),
    await pollStatus(),
  ]) {
    expect(answer).toMatchObject({ status: 200, body: { status: "PROCESSING" } });
  }
  const errors = onEvent.mock.calls.flatMap(([event]) => (event.type === "error" ? [event] : []));
  expect(errors.map(({ where, cause }) => [where, String(cause)])).toEqual([
    ["backend", expect.stringContaining('"WARMING_UP"')],
    ["backend", expect.stringContaining('"COOLING"')],
  ]);
});

test("responds with 404 to an invalid ticket or another user's, and doesn't call the service", async () => {
  const { sandbox, pollStatus, fetchResult, ticket, upstreamId } = await setUp();
  const bob: RequestInit = { headers: { "x-user": "bob" } };
  const before = sandbox.log.length;
  const answers = await Promise.all([
    pollStatus(ticket, bob),
    fetchResult(ticket, bob),
    pollStatus(upstreamId),
    fetchResult(upstreamId),
    pollStatus(ticket.slice(0, -1)),
    pollStatus(ticket.replace("sdxl-torch", "sdxl-img2img")),
    pollStatus(crypto.randomUUID()),
    fetchResult("undefined"),
  ]);
  for (const { status, body } of answers) {
    expect([status, body["code"]]).toEqual([404, "job_not_found"]);
  }
  expect(sandbox.log).toHaveLength(before);
});

test("returns the service's 404 for a job that has expired before its ticket", async () => {
  const { sandbox, pollStatus, fetchResult } = await setUp();
  sandbox.advance(3_600_000 + 3_000);
  for (const answer of [await pollStatus(), await fetchResult()]) {
    expect(answer).toMatchObject({ status: 404, body: { code: "job_not_found" } });
  }
});

const upstreamErrors: readonly (readonly [SandboxFault, keyof typeof errorTable])[] = [
  ["bad-request", "parameter_rejected"],
  ["key-missing", "upstream_key_missing"],
  ["key-invalid", "upstream_key_invalid"],
  ["forbidden", "upstream_forbidden"],
  ["request-not-found", "job_not_found"],
  ["content-type", "upstream_content_type"],
  ["server-error", "upstream_unavailable"],
  ["bad-gateway", "upstream_unavailable"],
  ["unavailable", "upstream_unavailable"],
  ["gateway-timeout", "upstream_unavailable"],
  ["connection-reset", "upstream_unavailable"],
  ["lost-answer", "upstream_unavailable"],
  ["login-page", "bad_answer"],
  ["torn-json", "bad_answer"],
  ["empty-body", "bad_answer"],
];

test.each(upstreamErrors)(
  "maps the fault %s of a poll to %s without losing the job",
  async (fault, code) => {
    const { sandbox, pollStatus, fetchResult } = await setUp();
    sandbox.fail("status", fault);
    sandbox.fail("result", fault);
    const row = errorTable[code];
    for (const { status, body, headers } of [await pollStatus(), await fetchResult()]) {
      expect(status).toBe(row.status);
      expect(body).toMatchObject({ code, charged: row.charged, retry: row.retry });
      expect(headers.has("retry-after")).toBe(false);
      expect(JSON.stringify(body)).not.toMatch(/<html/);
    }
    expect((await pollStatus()).status).toBe(200);
  },
);

test("returns none of the service's headers", async () => {
  const { pollStatus, fetch } = await setUp();
  fetch.mockResolvedValue(
    Response.json(
      { status: "PROCESSING" },
      {
        headers: {
          "set-cookie": "session=evil",
          "access-control-allow-origin": "*",
          "x-remaining-credits": "41",
          "content-encoding": "identity",
          "retry-after": "9",
          location: "https://evil.example/",
        },
      },
    ),
  );
  const { headers, status } = await pollStatus();
  expect(status).toBe(200);
  expect(Object.fromEntries(headers)).toEqual({
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; sandbox",
    "content-type": "application/json",
    "retry-after-ms": "0",
    "x-content-type-options": "nosniff",
  });
});

test("makes one request to the service for ten concurrent polls", async () => {
  const { sandbox, pollStatus, fetch } = await setUp();
  const before = fetch.mock.calls.length;
  let answerAll: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answerAll = resolve));
  fetch.mockImplementation(async (request) => {
    await held;
    return sandbox.fetch(request);
  });
  const verify = vi.spyOn(crypto.subtle, "verify");
  const looks = Array.from({ length: 10 }, () => pollStatus());
  await vi.waitFor(() => expect(verify).toHaveBeenCalledTimes(10));
  await Promise.all(verify.mock.results.map(({ value }) => value as Promise<boolean>));
  answerAll();
  const answers = await Promise.all(looks);
  expect(answers.every(({ body }) => body["status"] === "QUEUED")).toBe(true);
  expect(fetch.mock.calls.length).toBe(before + 1);
  verify.mockRestore();
});

test("aborts a poll if the browser disconnects", async () => {
  const { pollStatus, fetch, ticket } = await setUp();
  fetch.mockImplementation(
    (request) =>
      new Promise((_, reject) => {
        request.signal.addEventListener("abort", () => reject(new Error("aborted")));
      }),
  );
  const gone = new AbortController();
  const before = fetch.mock.calls.length;
  const answer = pollStatus(ticket, { signal: gone.signal });
  await vi.waitFor(() => expect(fetch.mock.calls.length).toBe(before + 1));
  gone.abort();
  expect((await answer).body["code"]).toBe("aborted");
});

test("returns costs if they are exposed", async () => {
  const { sandbox, pollStatus } = await setUp("a red fox", { expose: { cost: true } });
  sandbox.advance(3_000);
  expect((await pollStatus()).body["metrics"]).toMatchObject({
    cost: expect.any(Number) as number,
    remaining_credits: expect.any(Number) as number,
  });
});
