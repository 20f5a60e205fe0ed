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

test("limits a user's pending jobs, also when they are sent at once", async () => {
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

test("a refusal says how many run, and frees the attempt's key", async () => {
  const { submit, sandbox } = setUp({ limits: { jobsAtOnce: 1 } });
  await submit();
  const key = { "idempotency-key": "attempt-2" };
  expect((await submit(key)).body["error"]).toMatch(/one generation at a time/);
  sandbox.advance(5_000);
  expect((await submit(key)).status).toBe(200);
});

test("a job that has ended makes room for one other, however often its end is seen", async () => {
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

test("polls jobs without a watcher when all slots are taken", async () => {
  const { submit, sandbox } = setUp();
  await Promise.all([submit(), submit()]);
  sandbox.advance(5_000);
  expect(statusesOf([await submit(), await submit(), await submit()])).toEqual([200, 200, 429]);
});

test.each([
  ["a refusal of the host", 403, { beforeSubmit: () => false as const }],
  [
    "a limit of the service",
    429,
    {
      backend: {
        ...segmind({ apiKey }),
        submit: () => Promise.reject(new EaselError("rate_limited")),
      },
    },
  ],
])("%s leaves no job behind", async (_, status, options) => {
  const { submit } = setUp({ limits: { jobsAtOnce: 1 }, ...options });
  expect(statusesOf([await submit(), await submit(), await submit()])).toEqual([
    status,
    status,
    status,
  ]);
});

test("a submit that may have been accepted keeps its slot for as long as a job may take", async () => {
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

test("a process that dies during a submit keeps the slot for five minutes, not for an hour", async () => {
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

test("in public each visitor has jobs of their own", async () => {
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

test("the store learns neither the user nor where the job came from", async () => {
  const { submit, store } = setUp({ authorize: () => ({ userId: "ada@host.example" }) });
  const spies = [vi.spyOn(store, "add"), vi.spyOn(store, "replace")];
  await submit({ "idempotency-key": "attempt-1" });
  expect(JSON.stringify(spies.map(({ mock }) => mock.calls))).not.toMatch(/ada@|attempt-1|red fox/);
});

test("with the store down nothing is submitted, with a key or without", async () => {
  const { submit, store, sandbox } = setUp({ limits: {} });
  vi.spyOn(store, "add").mockRejectedValue(new Error("no connection"));
  for (const answer of [await submit(), await submit({ "idempotency-key": "attempt-1" })]) {
    expect(answer).toMatchObject({ status: 503, body: { code: "store_down", charged: "no" } });
  }
  expect(sandbox.log).toEqual([]);
});
