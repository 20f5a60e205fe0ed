import { expect, test, vi } from "vitest";
import { apiKey, createTestStack } from "../../../test/createTestStack.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { segmind } from "../backends/segmind.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";

function setUp(options: Partial<HandlerOptions> = {}) {
  const stack = createTestStack({
    sandbox: { timing: { queueMs: 0, runMs: 5_000 } },
    handler: { limits: { jobsAtOnce: 2 }, pollDelay: () => 0, ...options },
  });
  const submit = (headers?: Record<string, string>) =>
    stack.submit({ prompt: "a red fox" }, headers);
  return { ...stack, submit };
}

const statusesOf = (answers: readonly { readonly status: number }[]) =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);

test("limits a user's pending jobs, even if they are submitted concurrently", async () => {
  const { submit, countCalls } = setUp();
  const answers = await Promise.all(Array.from({ length: 10 }, () => submit()));
  expect(statusesOf(answers).filter((status) => status === 200)).toHaveLength(2);
  expect(answers.find(({ status }) => status !== 200)).toMatchObject({
    status: 429,
    body: { code: "rate_limited", charged: "no", retry: "after" },
  });
  expect(countCalls("submit")).toBe(2);
  expect((await submit({ "x-user": "bob" })).status).toBe(200);
});

test("returns the limit in a refusal, after which the attempt can be sent again", async () => {
  const { submit, sandbox } = setUp({ limits: { jobsAtOnce: 1 } });
  await submit();
  const key = { "idempotency-key": "attempt-2" };
  expect((await submit(key)).body["error"]).toMatch(/one generation at a time/);
  sandbox.advance(5_000);
  expect((await submit(key)).status).toBe(200);
});

test("frees one slot for a job that has ended, even if it is polled repeatedly", async () => {
  const { submit, poll, sandbox } = setUp();
  const first = (await submit()).body["request_id"];
  await submit();
  sandbox.fail("status", "bad-gateway");
  sandbox.fail("status", "bad-gateway");
  expect((await submit()).status).toBe(429);
  sandbox.advance(5_000);
  expect((await poll(first)).body["status"]).toBe("COMPLETED");
  expect(statusesOf([await submit(), await submit()])).toEqual([200, 200]);
  await poll(first);
  expect((await submit()).status).toBe(429);
});

test("polls unwatched jobs when all slots are taken", async () => {
  const { submit, sandbox } = setUp();
  await Promise.all([submit(), submit()]);
  sandbox.advance(5_000);
  expect(statusesOf([await submit(), await submit(), await submit()])).toEqual([200, 200, 429]);
});

test.each([
  ["a refusal by beforeSubmit", 403, { beforeSubmit: () => false as const }],
  [
    "a 429 response from the service",
    429,
    {
      backend: {
        ...segmind({ apiKey }),
        submit: () => Promise.reject(new EaselError("rate_limited")),
      },
    },
  ],
])("frees the slot after %s", async (_, status, options) => {
  const { submit } = setUp({ limits: { jobsAtOnce: 1 }, ...options });
  expect(statusesOf([await submit(), await submit(), await submit()])).toEqual([
    status,
    status,
    status,
  ]);
});

test("keeps a slot for the duration of a job if the submit may have been accepted", async () => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
  const { submit, sandbox } = setUp({ limits: { jobsAtOnce: 1 } });
  sandbox.fail("submit", "lost-answer");
  expect(statusesOf([await submit(), await submit()])).toEqual([409, 429]);
  vi.advanceTimersByTime(500_000);
  expect((await submit()).status).toBe(429);
  vi.advanceTimersByTime(101_000);
  expect((await submit()).status).toBe(200);
  vi.useRealTimers();
});

test("frees the slot five minutes after a process dies during a submit", async () => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
  const dies = vi.fn(() => new Promise<never>(() => undefined));
  const { submit, store } = setUp({
    limits: { jobsAtOnce: 1 },
    backend: { ...segmind({ apiKey }), submit: dies },
  });
  void submit();
  await vi.waitFor(() => expect(dies).toHaveBeenCalled());
  const { submit: submitAgain } = setUp({ limits: { jobsAtOnce: 1 }, store });
  expect((await submitAgain()).status).toBe(429);
  vi.advanceTimersByTime(300_000);
  expect((await submitAgain()).status).toBe(200);
  vi.useRealTimers();
});

test("limits each public visitor separately", async () => {
  const { submit } = setUp({
    authorize: "public",
    limits: {
      jobsAtOnce: 1,
      requestsPerMinute: 100,
      clientKey: (request) => request.headers.get("x-real-ip") ?? "",
    },
  });
  const from = (address: string) => submit({ "x-real-ip": address });
  expect(statusesOf([await from("1"), await from("2"), await from("1")])).toEqual([200, 200, 429]);
});

test("doesn't expose the user or the user's address to the store", async () => {
  const { submit, store } = setUp({ authorize: () => ({ userId: "ada@host.example" }) });
  const spies = [vi.spyOn(store, "add"), vi.spyOn(store, "replace")];
  await submit({ "idempotency-key": "attempt-1" });
  expect(JSON.stringify(spies.map(({ mock }) => mock.calls))).not.toMatch(/ada@|attempt-1|red fox/);
});

test("submits nothing while the store is down, with or without a key", async () => {
  const { submit, store, sandbox } = setUp({ limits: {} });
  vi.spyOn(store, "add").mockRejectedValue(new Error("no connection"));
  for (const answer of [await submit(), await submit({ "idempotency-key": "attempt-1" })]) {
    expect(answer).toMatchObject({ status: 503, body: { code: "store_down", charged: "no" } });
  }
  expect(sandbox.log).toEqual([]);
});
