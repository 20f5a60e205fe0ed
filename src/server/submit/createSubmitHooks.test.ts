import { afterEach, expect, test, vi } from "vitest";
import { apiKey, createTestStack } from "../../../test/createTestStack.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import type { Model } from "../../models/defineModel.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import type { SandboxFault } from "../../sandbox/faults.ts";
import { segmind } from "../backends/segmind.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";
import type { SubmitEnd } from "../options/hookEvents.ts";
import { hookTimeoutMs } from "./createSubmitHooks.ts";

afterEach(() => {
  vi.useRealTimers();
});

const fox = { prompt: "a red fox" };
const key = { "idempotency-key": "attempt-1" };
const priced: Model = { ...sdxlTorch, price: () => 0.5 };

function setUp(handler: Partial<HandlerOptions> = {}) {
  const beforeSubmit = vi.fn<NonNullable<HandlerOptions["beforeSubmit"]>>();
  const onSubmitEnd = vi.fn<(end: SubmitEnd) => void | Promise<void>>();
  const options = { beforeSubmit, onSubmitEnd, models: [priced], ...handler };
  const stack = createTestStack({ handler: options });
  const ends = () => onSubmitEnd.mock.calls.map(([end]) => end);
  const ids = () => beforeSubmit.mock.calls.map(([job]) => job.id);
  return { ...stack, beforeSubmit, onSubmitEnd, ends, ids };
}

test("calls onSubmitEnd once for an accepted submit, even if it is repeated", async () => {
  const { submit, ends, ids, sandbox } = setUp();
  await submit(fox, key);
  await submit(fox, key);
  const input = sandbox.log[0]?.body;
  const [id] = ids();
  const requestId = sandbox.log[0]?.requestId;
  const user = { userId: "ada" };
  expect(ends()).toEqual([
    { id, user, modelId: "sdxl-torch", input, estimate: 0.5, outcome: "taken", requestId },
  ]);
});

test.each<[SandboxFault, string, string]>([
  ["no-credits", "refused", "upstream_no_credits"],
  ["rate-limited", "refused", "rate_limited"],
  ["lost-answer", "unknown", "submit_unknown"],
  ["no-request-id", "unknown", "submit_unreadable"],
])("ends a submit with the fault %s as %s", async (fault, outcome, code) => {
  const { submit, ends, ids, sandbox } = setUp();
  sandbox.fail("submit", fault);
  await submit(fox);
  expect(ends()).toMatchObject([{ id: ids()[0], estimate: 0.5, outcome, error: { code } }]);
});

const throwing = (error: Error) => (): never => {
  throw error;
};
const backend = segmind({ apiKey, fetch: () => Promise.reject(new Error("never called")) });

test.each<[string, Partial<HandlerOptions>, string, string]>([
  ["a refusal", { beforeSubmit: () => "No." }, "refused", "refused"],
  ["an error", { beforeSubmit: throwing(new Error("boom")) }, "refused", "internal"],
  ["an EaselError", { beforeSubmit: throwing(new EaselError("network")) }, "refused", "network"],
  ["an invalid input", { beforeSubmit: () => ({ input: {} }) }, "refused", "invalid_input"],
  [
    "a return value of another type",
    { beforeSubmit: () => NaN as unknown as undefined },
    "refused",
    "internal",
  ],
  [
    "a backend error",
    { backend: { ...backend, submit: throwing(new Error("boom")) } },
    "unknown",
    "internal",
  ],
  [
    "an ID that can't be signed",
    { backend: { ...backend, submit: async () => ({ requestId: "a/b", state: "queued" }) } },
    "unknown",
    "internal",
  ],
])("ends the submit after %s", async (_, options, outcome, code) => {
  const { submit, ends, sandbox } = setUp(options);
  await submit(fox);
  expect(ends()).toMatchObject([{ outcome, error: { code } }]);
  expect(sandbox.log).toEqual([]);
});

test("ends the submit as refused if the limit is reached or the store fails before sending", async () => {
  const { submit, ends, store } = setUp({ limits: { upstreamRequestsPerMinute: 1 } });
  await submit(fox);
  await submit(fox);
  vi.spyOn(store, "take").mockRejectedValue(new Error("no connection"));
  await submit(fox);
  expect(ends()).toMatchObject([
    { outcome: "taken" },
    { outcome: "refused", error: { code: "rate_limited" } },
    { outcome: "refused", error: { code: "store_down" } },
  ]);
});

test("doesn't call onSubmitEnd if beforeSubmit wasn't called", async () => {
  const { submit, ends } = setUp({ limits: { jobsAtOnce: 1 } });
  await submit(fox);
  expect((await submit(fox)).status).toBe(429);
  expect((await submit({})).status).toBe(400);
  expect(ends()).toMatchObject([{ outcome: "taken" }]);
});

test("reports a failed hook without changing the response", async () => {
  const cause = new Error("the database is down");
  const { submit, events, sandbox } = setUp({ onSubmitEnd: throwing(cause) });
  expect((await submit(fox)).status).toBe(200);
  sandbox.fail("submit", "no-credits");
  expect((await submit(fox)).body["code"]).toBe("upstream_no_credits");
  const reported = { type: "error", where: "onSubmitEnd", cause };
  expect(events.filter(({ type }) => type === "error")).toEqual([reported, reported]);
});

test("waits for onSubmitEnd before the same attempt can reserve again with the same ID", async () => {
  const { submit, sandbox, store, onSubmitEnd, ids, ends, createInstance } = setUp();
  let release: () => void = () => undefined;
  onSubmitEnd.mockReturnValueOnce(new Promise((resolve) => (release = resolve)));
  sandbox.fail("submit", "no-credits");
  const first = submit(fox, key);
  await vi.waitFor(() => expect(onSubmitEnd).toHaveBeenCalled());
  const get = vi.spyOn(store, "get");
  const repeats = [submit(fox, key), createInstance().submit(fox, key)];
  await vi.waitFor(() => expect(get.mock.calls.length).toBeGreaterThan(4));
  expect(ids()).toHaveLength(1);
  release();
  for (const { body } of await Promise.all([first, ...repeats])) {
    expect(body["code"]).toBe("upstream_no_credits");
  }
  expect((await submit(fox, key)).status).toBe(200);
  expect(new Set(ids()).size).toBe(1);
  expect(ends()).toMatchObject([{ outcome: "refused" }, { outcome: "taken" }]);
});

test("responds without waiting for a late onSubmitEnd, and doesn't reuse its ID", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { submit, sandbox, onSubmitEnd, ids } = setUp();
  onSubmitEnd.mockReturnValueOnce(new Promise(() => undefined));
  sandbox.fail("submit", "no-credits");
  const refused = submit(fox, key);
  await vi.waitFor(() => expect(onSubmitEnd).toHaveBeenCalled());
  await vi.advanceTimersByTimeAsync(hookTimeoutMs);
  vi.useRealTimers();
  expect((await refused).body["code"]).toBe("upstream_no_credits");
  expect((await submit(fox, key)).status).toBe(200);
  expect(new Set(ids()).size).toBe(2);
});

test("stores a ticket before its response waits for the hook", async () => {
  const { submit, onSubmitEnd, createInstance } = setUp();
  let settle: () => void = () => undefined;
  onSubmitEnd.mockReturnValueOnce(new Promise((resolve) => (settle = resolve)));
  const first = submit(fox, key);
  await vi.waitFor(() => expect(onSubmitEnd).toHaveBeenCalled());
  const second = await createInstance({ models: [priced] }).submit(fox, key);
  settle();
  expect((await first).body).toEqual(second.body);
});

test.each<[string, () => unknown]>([
  ["NaN", () => NaN],
  ["Infinity", () => Infinity],
  ["a negative number", () => -1],
  ["a string", () => "1"],
  ["undefined", () => undefined],
  ["a promise", () => Promise.reject(new Error("no table"))],
  ["nothing, due to an error", throwing(new EaselError("refused"))],
])("reports a price of %s, and sends nothing", async (_, price) => {
  const model = { ...priced, price: price as () => number };
  const { submit, sandbox, events, ends, ids } = setUp({ models: [model] });
  expect(await submit(fox)).toMatchObject({
    status: 500,
    body: { code: "internal", charged: "no", retry: "safe" },
  });
  expect(events).toContainEqual({
    type: "error",
    where: "price",
    cause: expect.anything() as unknown,
  });
  expect([sandbox.log, ids(), ends()]).toEqual([[], [], []]);
});

test("accepts a price of 0", async () => {
  const { submit, ends } = setUp({ models: [{ ...priced, price: () => 0 }] });
  await submit(fox);
  expect(ends()).toMatchObject([{ estimate: 0, outcome: "taken" }]);
});
