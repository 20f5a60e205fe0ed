import { afterEach, expect, test, vi } from "vitest";
import { createTestStack } from "../../../test/createTestStack.ts";
import type { HandlerEvent } from "../events/handlerEvent.ts";
import { createStoreCheck } from "./createStoreCheck.ts";
import { memoryStore } from "./memoryStore.ts";
import { redisStore } from "./redisStore.ts";
import type { Store } from "./store.ts";

const down = () => Promise.reject(new Error("no connection"));

/** Creates a check of a store that outlives its process. */
function setUp(change: Partial<Store> = {}) {
  const store = { ...memoryStore(), lasting: true, ...change };
  const events: HandlerEvent[] = [];
  const check = createStoreCheck(store, (event) => void events.push(event));
  const messageOf = () =>
    check.ensure().then(
      () => undefined,
      (error: Error) => (error.cause as Error).message,
    );
  return { store, check, events, messageOf };
}

afterEach(() => {
  vi.useRealTimers();
});

test("tests a store once with four keys, and again after a fault", async () => {
  const { store, check } = setUp();
  const take = vi.spyOn(store, "take");
  await Promise.all([check.ensure(), check.ensure()]);
  await check.ensure();
  expect(new Set(take.mock.calls.map(([key]) => key)).size).toBe(4);
  expect(await check.attempts()).toBe("kept");
  check.noteFault();
  expect(await check.attempts()).toBe("at_risk");
  await check.ensure();
  expect(take).toHaveBeenCalledTimes(8);
  expect(await check.attempts()).toBe("kept");
});

test.each<[string, Partial<Store>, RegExp]>([
  ["get", { get: down }, /^store\.get failed/],
  ["add", { add: down }, /^store\.add failed/],
  ["replace", { replace: down }, /^store\.replace failed/],
  ["take", { take: down }, /^store\.take failed/],
  ["an add that overwrites", { add: async () => true }, /^store\.add returned a wrong boolean/],
  ["a replace that compares nothing", { replace: async () => true }, /^store\.replace returned/],
  ["a get of a stale copy", { get: async () => undefined }, /^store\.get returned undefined/],
])("reports a store that fails at %s as down", async (_, change, message) => {
  const { check, messageOf } = setUp(change);
  expect(await messageOf()).toMatch(message);
  expect(await check.attempts()).toBe("at_risk");
});

test.each([
  ["kept", undefined],
  ["at_risk", 1],
])("returns the first test's result to all concurrent callers: %s", async (state, waitMs) => {
  let answer: () => void = () => undefined;
  const answered = new Promise<number | undefined>((resolve) => (answer = () => resolve(waitMs)));
  const { check } = setUp({ take: () => answered });
  const states = Promise.all([check.attempts(), check.attempts()]);
  answer();
  expect(await states).toEqual([state, state]);
});

test("returns in_memory for a store that isn't lasting, without a test", async () => {
  const { store, check } = setUp({ lasting: false });
  const add = vi.spyOn(store, "add");
  expect(await check.attempts()).toBe("in_memory");
  expect(add).not.toHaveBeenCalled();
});

test("returns at_risk for a store that may evict entries, and reports the reason once", async () => {
  const reasons: (string | undefined)[] = ["It evicts.", "It evicts.", undefined];
  const { check, events } = setUp({ check: async () => reasons.shift() });
  await check.ensure();
  check.noteFault();
  await check.ensure();
  expect(await check.attempts()).toBe("at_risk");
  expect(events).toEqual([{ type: "at_risk", reason: "It evicts." }]);
  check.noteFault();
  await check.ensure();
  expect(await check.attempts()).toBe("kept");
});

test("reports a loss, and returns at_risk for a day", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const { check, events } = setUp();
  check.noteLoss();
  expect(events).toMatchObject([{ type: "at_risk" }]);
  expect(await check.attempts()).toBe("at_risk");
  vi.advanceTimersByTime(24 * 3_600_000);
  expect(await check.attempts()).toBe("kept");
});

test("charges nothing if Redis refuses scripts, and reports the refused command", async () => {
  const refused = new Error("NOPERM this user has no permissions to run the 'eval' command");
  const sendCommand = async ([command]: readonly string[]) => {
    if (command === "EVAL") throw refused;
    return "OK";
  };
  const store = redisStore({ isReady: true, sendCommand: vi.fn(sendCommand) });
  const kept = memoryStore();
  const { submit, ask, askJson, sandbox, events } = createTestStack({
    handler: { store: { ...kept, lasting: true, replace: (...args) => store.replace(...args) } },
  });
  const answer = await submit({ prompt: "a fox" });
  expect(answer).toMatchObject({ status: 503, body: { code: "store_down", charged: "no" } });
  expect(sandbox.log).toEqual([]);
  expect(events.find(({ type }) => type === "error")).toMatchObject({
    where: "store",
    cause: { message: expect.stringMatching(/refused EVAL \(NOPERM\)\. Allow/) as string },
  });
  expect((await askJson("/health")).body).toEqual({ status: "ok", attempts: "at_risk" });
  expect((await ask("/config")).headers.get("easel-attempts")).toBeNull();
});
