import { expect, test, vi } from "vitest";
import { createTestStack, type TestStackOptions } from "../../../test/createTestStack.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import type { Sandbox } from "../../sandbox/createSandbox.ts";
import type { Backend } from "../backends/backend.ts";
import type { EndedJob } from "../options/hookEvents.ts";

const hourMs = 3_600_000;

async function setUp(options: TestStackOptions = {}) {
  const onJobEnd = vi.fn<(job: EndedJob) => void>();
  const stack = createTestStack({
    ...options,
    sandbox: { timing: { queueMs: 1_000, runMs: 2_000 }, cancel: true, ...options.sandbox },
    // No poll is due during the test.
    handler: { pollDelay: () => hourMs, onJobEnd, ...options.handler },
  });
  const ticket = String((await stack.submit({ prompt: "a red fox" })).body["request_id"]);
  return { ...stack, onJobEnd, ticket, cancel: (init?: RequestInit) => stack.cancel(ticket, init) };
}

test.each([
  ["queued", 0, "no", "safe"],
  ["processing", 1_500, "yes", "unsafe"],
])("stops a %s job and returns its new status", async (_, ms, charged, retry) => {
  const { sandbox, cancel, poll, ticket, countCalls, events } = await setUp();
  const before = sandbox.credits;
  sandbox.advance(ms);
  expect((await poll(ticket)).status).toBe(200);
  const { status, body } = await cancel();
  expect(status).toBe(422);
  expect(body).toMatchObject({ status: "FAILED", code: "run_canceled", charged, retry });
  expect(body["request_id"]).toBe(ticket);
  expect(sandbox.credits > before).toBe(charged === "no");
  expect(await poll(ticket)).toMatchObject({
    status: 422,
    body: { code: "run_canceled", charged },
  });
  expect([countCalls("cancel"), countCalls("status")]).toEqual([1, 2]);
  expect(events).toContainEqual(expect.objectContaining({ type: "upstream", call: "cancel" }));
});

test("reports the end to onJobEnd once, as canceled", async () => {
  const { cancel, poll, fetchResult, ticket, onJobEnd, createInstance } = await setUp();
  await Promise.all([cancel(), cancel(), createInstance().cancel(ticket)]);
  await poll(ticket);
  await fetchResult(ticket);
  await cancel();
  expect(onJobEnd).toHaveBeenCalledOnce();
  expect(onJobEnd.mock.calls[0]?.[0]).toMatchObject({
    state: "canceled",
    charged: "no",
    images: [],
  });
});

test("releases the slot of a stopped job", async () => {
  const { cancel, submit } = await setUp({ handler: { limits: { jobsAtOnce: 1 } } });
  expect((await submit({ prompt: "a boat" })).status).toBe(429);
  await cancel();
  expect((await submit({ prompt: "a boat" })).status).toBe(200);
});

test("calls the service once for a double click, also in two processes", async () => {
  const { cancel, ticket, createInstance, countCalls } = await setUp();
  const answers = await Promise.all([cancel(), cancel(), createInstance().cancel(ticket)]);
  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422]);
  await cancel();
  expect(countCalls("cancel")).toBe(1);
});

test("returns the result's status if the job ended first, and keeps the job", async () => {
  const { sandbox, cancel, fetchResult, ticket, countCalls } = await setUp();
  sandbox.advance(3_000);
  expect(await cancel()).toMatchObject({ status: 200, body: { status: "COMPLETED" } });
  expect((await fetchResult(ticket)).body).toMatchObject({ status: "COMPLETED" });
  expect(await cancel()).toMatchObject({ status: 200, body: { status: "COMPLETED" } });
  expect(countCalls("cancel")).toBe(1);
});

test("replaces the status of a poll that started before the cancellation", async () => {
  let answerPoll = () => {};
  const { cancel, poll, ticket, sandbox } = await setUp({
    fetch: async (request, send: Sandbox["fetch"]) => {
      const response = await send(request);
      const isFirstPoll = request.url.endsWith("/status") && sandbox.log.length === 2;
      if (isFirstPoll) await new Promise<void>((resolve) => (answerPoll = resolve));
      return response;
    },
  });
  const early = poll(ticket);
  await vi.waitFor(() => expect(sandbox.log).toHaveLength(2));
  expect((await cancel()).body).toMatchObject({ code: "run_canceled" });
  answerPoll();
  expect((await early).status).toBe(200);
  expect((await poll(ticket)).body).toMatchObject({ code: "run_canceled" });
});

test("refuses another user's ticket, an invalid ticket, and another site", async () => {
  const { cancel, ticket, countCalls, ...stack } = await setUp();
  const bob = await cancel({ headers: { "x-user": "bob" } });
  const invalid = await stack.askJson(`/v2/requests/${ticket.slice(0, -1)}/cancel`, {
    method: "POST",
  });
  for (const { status, body } of [bob, invalid]) {
    expect([status, body["code"]]).toEqual([404, "job_not_found"]);
  }
  for (const headers of [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }]) {
    // oxlint-disable-next-line eslint/no-await-in-loop -- one request at a time
    expect(await cancel({ headers })).toMatchObject({ status: 403, body: { code: "cross_site" } });
  }
  expect(await cancel({ method: "GET" })).toMatchObject({ status: 405 });
  expect(countCalls("cancel")).toBe(0);
});

test("requires a signed-in user", async () => {
  let isSignedIn = true;
  const authorize = () => (isSignedIn ? { userId: "ada" } : null);
  const { cancel, countCalls } = await setUp({ handler: { authorize } });
  isSignedIn = false;
  expect(await cancel()).toMatchObject({ status: 401, body: { code: "unauthorized" } });
  expect(countCalls("cancel")).toBe(0);
});

test("ignores the body", async () => {
  const { cancel } = await setUp();
  expect((await cancel({ body: "{".repeat(10_000) })).status).toBe(422);
});

test("rejects if the backend can't cancel, and offers canceling only if it can", async () => {
  const able = await setUp();
  expect((await able.askJson("/config")).body).toMatchObject({ canCancel: true });
  const { cancel, askJson, poll, ticket } = await setUp({ sandbox: { cancel: false } });
  expect((await askJson("/config")).body).not.toHaveProperty("canCancel");
  expect(await cancel()).toMatchObject({
    status: 404,
    body: { code: "not_found", error: expect.stringMatching(/canCancel/) as string },
  });
  expect((await poll(ticket)).body).toMatchObject({ status: "QUEUED" });
});

function backendWith(cancel: Backend["cancel"]) {
  let state: "processing" | "failed" = "processing";
  const requestId = crypto.randomUUID();
  const error = new EaselError("run_canceled");
  const getStatus = vi.fn<Backend["getStatus"]>(async () =>
    state === "failed" ? { requestId, state, error } : { requestId, state },
  );
  const backend: Backend = {
    submit: async () => ({ requestId, state }),
    getStatus,
    getResult: getStatus,
    ...(cancel ? { cancel } : {}),
  };
  return { backend, getStatus, end: () => (state = "failed") };
}

test("returns the backend's error, and the job continues", async () => {
  const cancel = vi.fn<NonNullable<Backend["cancel"]>>(async () => {
    throw new EaselError("upstream_unavailable");
  });
  const { backend } = backendWith(cancel);
  const { onJobEnd, poll, ticket, ...stack } = await setUp({ handler: { backend } });
  expect(await stack.cancel()).toMatchObject({
    status: 502,
    body: { code: "upstream_unavailable" },
  });
  expect(cancel).toHaveBeenCalledOnce();
  expect((await poll(ticket)).body).toMatchObject({ status: "PROCESSING" });
  expect(onJobEnd).not.toHaveBeenCalled();
});

test("returns a pending status if the service stops the job after its response", async () => {
  const { backend, end } = backendWith(async () => {});
  const stack = await setUp({ handler: { backend, pollDelay: () => 0 } });
  expect(await stack.cancel()).toMatchObject({ status: 200, body: { status: "PROCESSING" } });
  end();
  expect((await stack.poll(stack.ticket)).body).toMatchObject({
    code: "run_canceled",
    charged: "unknown",
    retry: "unsafe",
  });
});

test("doesn't return an error if only the poll after the cancellation fails", async () => {
  const { backend, getStatus } = backendWith(async () => {});
  const { cancel } = await setUp({ handler: { backend } });
  getStatus.mockRejectedValue(new EaselError("upstream_unavailable"));
  expect(await cancel()).toMatchObject({ status: 200, body: { status: "QUEUED" } });
});

test("stops the job even if the page closes", async () => {
  let isDone = false;
  const { backend } = backendWith(async (_, { signal }) => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    signal?.throwIfAborted();
    isDone = true;
  });
  const { cancel } = await setUp({ handler: { backend } });
  const page = new AbortController();
  const answer = cancel({ signal: page.signal });
  page.abort();
  await answer;
  expect(isDone).toBe(true);
});
