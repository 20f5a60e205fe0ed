import { memoryStore, type Store } from "react-easel/server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTestStack, type TestInstance } from "./createTestStack.ts";
import { holdTime } from "./heldTime.ts";

const faults = ["fails", "loses its reply", "goes down", "has lost its data"] as const;
type Fault = (typeof faults)[number];

/** Creates a store whose nth call after `arm` fails. A store that is down stays down until `repair` is called. */
function createFaultyStore() {
  let kept = memoryStore();
  let calls = 0;
  let plan: { readonly fault: Fault; readonly at: number } | undefined;
  const around = async <T>(call: () => Promise<T>): Promise<T> => {
    calls += 1;
    const fault = plan && calls === plan.at ? plan.fault : undefined;
    const isDown = plan?.fault === "goes down" && calls >= plan.at;
    if (fault === "has lost its data") kept = memoryStore();
    if (fault === "fails" || isDown) throw new Error("connection closed");
    const result = await call();
    if (fault === "loses its reply") throw new Error("connection closed");
    return result;
  };
  const store: Store = {
    lasting: true,
    get: (...args) => around(() => kept.get(...args)),
    add: (...args) => around(() => kept.add(...args)),
    replace: (...args) => around(() => kept.replace(...args)),
    take: (...args) => around(() => kept.take(...args)),
  };
  return {
    store,
    calls: () => calls,
    arm: (fault: Fault, at: number) => (plan = { fault, at: calls + at }),
    repair: () => (plan = undefined),
  };
}

function setUp() {
  const faulty = createFaultyStore();
  const stack = createTestStack({
    sandbox: { timing: { queueMs: 0, runMs: 5_000 } },
    handler: {
      store: faulty.store,
      limits: { jobsAtOnce: 1, requestsPerMinute: 60 },
      pollDelay: () => 0,
      beforeSubmit: () => undefined,
      onJobEnd: () => undefined,
    },
  });
  const submitTo = ({ submit }: TestInstance, key: string, user = "ada") =>
    submit({ prompt: "a red fox" }, { "idempotency-key": key, "x-user": user });
  return { ...stack, ...faulty, other: stack.createInstance(), submitTo };
}

// Stops the clock, so that a submit that waits for an abandoned one never ends.
beforeEach(holdTime);
afterEach(() => void vi.useRealTimers());

async function countCalls() {
  const { submitTo, calls, ...stack } = setUp();
  await submitTo(stack, "attempt-1");
  const first = calls();
  await submitTo(stack, "attempt-1");
  return { first, repeat: calls() - first };
}

const { first, repeat } = await countCalls();

const placesOf = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const casesOf = (count: number) =>
  faults.flatMap((fault) => placesOf(count).map((at) => [fault, at] as const));

/** Asserts that the user's next job has a slot as soon as this one has ended. */
async function expectRoom({ submitTo, sandbox, ...stack }: ReturnType<typeof setUp>) {
  sandbox.advance(5_000);
  expect(await submitTo(stack, "attempt-2")).toMatchObject({ status: 200 });
}

describe("a store call of the submit", () => {
  test.each(casesOf(first))("%s, call %i: charges once for a repeat", async (fault, at) => {
    const parts = setUp();
    const { submitTo, arm, repair, countCalls: count, ...stack } = parts;
    arm(fault, at);
    const answer = await submitTo(stack, "attempt-1");
    if (answer.status !== 200) {
      expect(answer).toMatchObject({ status: 503, body: { code: "store_down", charged: "no" } });
      expect(count("submit")).toBe(0);
    }
    repair();
    const again = await submitTo(stack, "attempt-1");
    expect(again.status).toBe(200);
    if (answer.status === 200) expect(again.body).toEqual(answer.body);
    expect(count("submit")).toBe(1);
    await expectRoom(parts);
  });

  test.each(casesOf(first))(
    "%s, call %i: accepts a repeat in another process",
    async (fault, at) => {
      const parts = setUp();
      const { submitTo, arm, repair, countCalls: count, other, ...stack } = parts;
      arm(fault, at);
      const answer = await submitTo(stack, "attempt-1");
      repair();
      // The next submit restores the entries that the store lost.
      expect((await submitTo(stack, "attempt-1", "bob")).status).toBe(200);
      const again = await submitTo(other, "attempt-1");
      expect(again.status).toBe(200);
      if (answer.status === 200) expect(again.body).toEqual(answer.body);
      expect(count("submit")).toBe(2);
      await expectRoom(parts);
    },
  );
});

describe("a store call of the repeat", () => {
  test.each(casesOf(repeat))("%s, call %i", async (fault, at) => {
    const parts = setUp();
    const { submitTo, arm, repair, countCalls: count, ...stack } = parts;
    const answer = await submitTo(stack, "attempt-1");
    arm(fault, at);
    const again = await submitTo(stack, "attempt-1");
    if (again.status !== 200) expect(again.body["code"]).toBe("store_down");
    repair();
    expect((await submitTo(stack, "attempt-1")).body).toEqual(answer.body);
    expect(count("submit")).toBe(1);
    await expectRoom(parts);
  });
});

test("stores an attempt as sending before calling the service", async () => {
  const { store } = createFaultyStore();
  const add = vi.spyOn(store, "add");
  const states: unknown[] = [];
  const { submit } = createTestStack({
    handler: { store },
    fetch: async (request, sandbox) => {
      const key = add.mock.calls.map(([name]) => name).find((name) => name.startsWith("attempt:"));
      const { state } = JSON.parse((await store.get(key ?? "")) ?? "{}") as { state?: string };
      states.push(state);
      return sandbox(request);
    },
  });
  expect((await submit({ prompt: "a red fox" })).status).toBe(200);
  expect(states).toEqual(["sending"]);
});
