import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTestStack } from "../../../test/createTestStack.ts";
import { segmind } from "../backends/segmind.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";
import { memoryStore } from "../stores/memoryStore.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
});

afterEach(() => {
  vi.useRealTimers();
});

function setUp(handler: Partial<HandlerOptions> = {}) {
  const stack = createTestStack({ handler: { expose: { credits: true }, ...handler } });
  const other = stack.createInstance();
  const read = async (user = "ada") =>
    (user === "bob" ? other : stack).askJson("/credits", { headers: { "x-user": user } });
  return { ...stack, read };
}

test("fetches credits once for all users and instances, and again after two seconds", async () => {
  const { read, countCalls } = setUp();
  const answers = await Promise.all([read(), read("bob"), read(), read("bob")]);
  for (let reads = 0; reads < 20; reads += 1) answers.push(await read(reads % 2 ? "ada" : "bob"));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(answers[0]?.body).toEqual({ credits: 100, "free-credits": 0 });
  expect(countCalls("credits")).toBe(1);
  vi.advanceTimersByTime(2_000);
  await read();
  expect(countCalls("credits")).toBe(2);
});

test("stores an error for two seconds too", async () => {
  const { read, countCalls, sandbox } = setUp();
  sandbox.fail("credits", "no-balance");
  for (const user of ["ada", "bob", "ada"]) {
    expect((await read(user)).body["code"]).toBe("upstream_no_balance");
  }
  expect(countCalls("credits")).toBe(1);
  vi.advanceTimersByTime(2_000);
  expect((await read()).status).toBe(200);
});

test("leaves requests for statuses and submits when credits are requested in a loop", async () => {
  const { read, countCalls, submit, poll } = setUp({
    limits: { upstreamRequestsPerMinute: 20 },
    pollDelay: () => 0,
  });
  const ticket = (await submit({ prompt: "a red fox" })).body["request_id"];
  for (let second = 0; second < 60; second += 1) {
    await read("bob");
    vi.advanceTimersByTime(1_000);
  }
  expect(countCalls("credits")).toBe(2);
  await poll(ticket);
  expect(countCalls("status")).toBe(1);
});

test("returns credits to other callers after one has used up its share", async () => {
  const { read, submit } = setUp({ limits: { upstreamRequestsPerMinute: 20 } });
  const submits = ["bob", ...Array.from({ length: 20 }, () => "ada")].map((user) =>
    submit({ prompt: "a red fox" }, { "x-user": user }),
  );
  await Promise.all(submits);
  for (const user of ["ada", "bob"]) expect((await read(user)).body["credits"]).toBeLessThan(100);
});

test("replaces an entry that is damaged or from another version", async () => {
  for (const text of [
    "{",
    "null",
    "[]",
    '{"v":2,"credits":{"credits":1}}',
    '{"v":1}',
    '{"v":1,"error":{}}',
  ]) {
    const store = memoryStore();
    await store.add("credits", text, 60_000);
    expect((await setUp({ store }).read()).body["credits"]).toBe(100);
  }
});

test.each([undefined, {}, { credits: NaN }])(
  "returns an error for a response without an amount",
  async (said) => {
    const getCredits = vi.fn(async () => said as { credits: number });
    const backend = { ...segmind({ apiKey: "SG_0123456789abcdef" }), getCredits };
    const { read } = setUp({ backend });
    for (const user of ["ada", "bob"]) expect((await read(user)).body["code"]).toBe("bad_answer");
    expect(getCredits).toHaveBeenCalledTimes(1);
  },
);
