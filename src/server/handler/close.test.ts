import { afterEach, expect, test, vi } from "vitest";
import { createTestStack, type TestStackOptions } from "../../../test/createTestStack.ts";

afterEach(() => {
  vi.useRealTimers();
});

/** A gate that work stops at until it is opened. */
function createGate() {
  let open = (): void => undefined;
  const isOpen = new Promise<void>((resolve) => {
    open = resolve;
  });
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const pass = async (): Promise<void> => {
    arrive();
    await isOpen;
  };
  return { pass, arrived, open: () => open() };
}

const input = { prompt: "a red fox" };
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Whether a promise has settled by now. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const settled = vi.fn();
  promise.then(settled, settled);
  await turn();
  return settled.mock.calls.length > 0;
}

/** A handler whose submits stop at a gate. */
function setUp(options: TestStackOptions["handler"] = {}) {
  const gate = createGate();
  const stack = createTestStack({
    handler: options,
    fetch: async (request, sandbox) => {
      if (request.method === "POST") await gate.pass();
      return sandbox(request);
    },
  });
  return { ...stack, gate };
}

test("waits for a submit in progress, and stores its ticket for other instances", async () => {
  const { handler, submit, gate, createInstance, countCalls } = setUp();
  const key = { "idempotency-key": "first" };
  const submitted = submit(input, key);
  await gate.arrived;
  const closed = handler.close();
  expect(await isSettled(closed)).toBe(false);
  gate.open();
  expect(await closed).toBe(true);
  const { status, body } = await submitted;
  expect(status).toBe(200);
  const again = await createInstance().submit(input, key);
  expect(again.body["request_id"]).toBe(body["request_id"]);
  expect(countCalls("submit")).toBe(1);
});

test("refuses new submits while closing, but still responds to polls and repeats", async () => {
  const { handler, submit, poll, askJson, gate, countCalls } = setUp();
  gate.open();
  const key = { "idempotency-key": "first" };
  const { body, headers } = await submit(input, key);
  expect(headers.has("connection")).toBe(false);
  await handler.close();
  const refused = await submit(input, { "idempotency-key": "second" });
  expect(refused).toMatchObject({
    status: 503,
    body: { code: "backend_unreachable", charged: "no", retry: "safe" },
  });
  expect(refused.headers.get("retry-after")).toBe("2");
  expect((await askJson("/health")).status).toBe(503);
  const polled = await poll(body["request_id"]);
  expect([polled.status, polled.headers.get("connection")]).toEqual([200, "close"]);
  // It was charged: it isn't refused as if it had not been.
  expect((await submit(input, key)).body["request_id"]).toBe(body["request_id"]);
  expect(countCalls("submit")).toBe(1);
});

test("lets a refused attempt be sent to another instance immediately", async () => {
  const { handler, submit, gate, createInstance } = setUp();
  gate.open();
  await handler.close();
  const key = { "idempotency-key": "first" };
  expect((await submit(input, key)).status).toBe(503);
  expect((await createInstance().submit(input, key)).status).toBe(200);
});

test.each(["onSubmitEnd", "onJobEnd"] as const)("waits for a call to %s", async (hook) => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const hookGate = createGate();
  const { handler, submit, poll, gate, sandbox } = setUp({ [hook]: hookGate.pass });
  gate.open();
  const submitted = submit(input);
  if (hook === "onSubmitEnd") {
    await hookGate.arrived;
    // The answer waits no longer than this.
    await vi.advanceTimersByTimeAsync(2_000);
  }
  const { body } = await submitted;
  sandbox.advance(60_000);
  if (hook === "onJobEnd") void poll(body["request_id"]);
  await hookGate.arrived;
  const closed = handler.close();
  expect(await isSettled(closed)).toBe(false);
  hookGate.open();
  expect(await closed).toBe(true);
});

test("ends open and new event streams with a retry delay", async () => {
  const { handler, submit, ask, gate } = setUp();
  gate.open();
  const { body } = await submit({ prompt: "a red fox sandbox:never-finishes" });
  const open = () => ask(`/v2/requests/${String(body["request_id"])}/events`);
  const before = await open();
  expect(await handler.close()).toBe(true);
  for (const stream of [before, await open()]) {
    const retries = Array.from((await stream.text()).matchAll(/^retry: (\d+)$/gm), ([, ms]) => ms);
    expect(Number(retries.at(-1))).toBeGreaterThanOrEqual(2_000);
    expect(Number(retries.at(-1))).toBeLessThanOrEqual(4_000);
    expect(retries).toHaveLength(2);
  }
});

test("stops waiting after the timeout, and ignores a second call", async () => {
  const { handler, submit, gate } = setUp();
  const submitted = submit(input);
  await gate.arrived;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const closed = handler.close({ timeoutMs: 5_000 });
  const again = handler.close({ timeoutMs: 1 });
  await vi.advanceTimersByTimeAsync(4_999);
  expect([await isSettled(closed), await isSettled(again)]).toEqual([false, false]);
  await vi.advanceTimersByTimeAsync(1);
  expect(await Promise.all([closed, again])).toEqual([false, false]);
  gate.open();
  expect((await submitted).status).toBe(200);
});

test.each([Number.NaN, -1, 2 ** 31, Infinity])("rejects a timeoutMs of %s", async (timeoutMs) => {
  const { handler } = setUp();
  await expect(handler.close({ timeoutMs })).rejects.toThrow(TypeError);
  expect(await handler.close()).toBe(true);
});
