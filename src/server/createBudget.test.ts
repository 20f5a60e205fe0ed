import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EaselError } from "../protocol/index.ts";
import { createBudget, type Budget } from "./createBudget.ts";
import type { UpstreamCall } from "./handlerEvent.ts";
import { memoryStore } from "./stores/memoryStore.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: 0 });
});

afterEach(() => {
  vi.useRealTimers();
});

/** How many calls of a kind go through until one must wait. */
async function spendAll(budget: Budget, call: UpstreamCall): Promise<number> {
  for (let spent = 0; ; spent += 1) {
    try {
      await budget.spend(call);
    } catch {
      return spent;
    }
  }
}

const whyNot = (budget: Budget, call: UpstreamCall): Promise<EaselError | undefined> =>
  budget.spend(call).then(
    () => undefined,
    (error: unknown) => error as EaselError,
  );

test("statuses give way first, then results, and submits last", async () => {
  const budget = createBudget(memoryStore(), 20);
  expect(await spendAll(budget, "credits")).toBe(14);
  expect(await spendAll(budget, "status")).toBe(0);
  expect(await spendAll(budget, "result")).toBe(4);
  expect(await spendAll(budget, "submit")).toBe(2);
  expect(await whyNot(budget, "submit")).toMatchObject({
    code: "rate_limited",
    charged: "no",
    retryAt: 61_000,
  });
  vi.advanceTimersByTime(61_000 - Date.now());
  expect(await spendAll(budget, "submit")).toBe(20);
});

test("half of the statuses may go at once, and the others are spread over the minute", async () => {
  const budget = createBudget(memoryStore(), 100);
  expect(await spendAll(budget, "status")).toBe(35 + 4);
  expect((await whyNot(budget, "status"))?.retryAt).toBe(6_100);
  const spent: number[] = [];
  for (let at = 6_100; at < 60_000; at += 6_100) {
    vi.advanceTimersByTime(at - Date.now());
    spent.push(await spendAll(budget, "status"));
  }
  expect(spent).toEqual([4, 4, 4, 4, 4, 4, 4, 3, 0]);
  expect(await spendAll(budget, "result")).toBe(20);
});

test("instances that share a store share it, and files of results cost nothing", async () => {
  const store = memoryStore();
  const [one, other] = [createBudget(store, 3), createBudget(store, 3)];
  expect(await whyNot(one, "asset")).toBeUndefined();
  await one.spend("submit");
  await other.spend("submit");
  expect(await whyNot(one, "status")).toBeInstanceOf(EaselError);
  expect(await spendAll(other, "submit")).toBe(1);
});

test("with one request a minute a job is still seen to end", async () => {
  const budget = createBudget(memoryStore(), 1);
  await budget.spend("submit");
  vi.advanceTimersByTime(61_000 - Date.now());
  expect(await whyNot(budget, "status")).toBeUndefined();
  vi.advanceTimersByTime(122_000 - Date.now());
  expect(await whyNot(budget, "result")).toBeUndefined();
});

test("when the service says until when, all who can wait do, and submits are tried", async () => {
  const store = memoryStore();
  const budget = createBudget(store, undefined);
  await budget.pause(20_000);
  await createBudget(store, undefined).pause(10_000);
  for (const call of ["status", "result", "credits"] as const) {
    expect(await whyNot(budget, call)).toMatchObject({ retryAt: 20_000 });
  }
  expect(await whyNot(budget, "submit")).toBeUndefined();
  expect(await whyNot(budget, "upload")).toBeUndefined();
  await budget.pause(30_000);
  vi.advanceTimersByTime(29_999 - Date.now());
  expect(await whyNot(budget, "status")).toMatchObject({ retryAt: 30_000 });
  vi.advanceTimersByTime(30_000 - Date.now());
  expect(await whyNot(budget, "status")).toBeUndefined();
});
