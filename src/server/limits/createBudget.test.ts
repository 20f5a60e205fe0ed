import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EaselError } from "../../protocol/EaselError.ts";
import type { UpstreamCall } from "../events/handlerEvent.ts";
import { createSharedClock } from "../stores/createSharedClock.ts";
import { memoryStore } from "../stores/memoryStore.ts";
import { createBudget, type Budget } from "./createBudget.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: 0 });
});

afterEach(() => {
  vi.useRealTimers();
});

const setUp = (perMinute?: number, store = memoryStore()): Budget =>
  createBudget(store, perMinute, createSharedClock(store));

const whyNot = (
  budget: Budget,
  call: UpstreamCall,
  caller?: string,
): Promise<EaselError | undefined> =>
  budget.spend(call, caller).then(
    () => undefined,
    (error: unknown) => error as EaselError,
  );

/** How many calls of a kind go through until one must wait. */
async function spendAll(budget: Budget, call: UpstreamCall, caller?: string): Promise<number> {
  for (let spent = 0; ; spent += 1) if (await whyNot(budget, call, caller)) return spent;
}

test("delays statuses first, then results, and submits last", async () => {
  const budget = setUp(20);
  expect(await spendAll(budget, "credits")).toBe(14);
  expect(await spendAll(budget, "status")).toBe(0);
  expect(await spendAll(budget, "result")).toBe(4);
  expect(await spendAll(budget, "submit")).toBe(2);
  expect(await whyNot(budget, "submit")).toMatchObject({
    code: "rate_limited",
    charged: "no",
    retryAt: 61_000,
  });
  vi.advanceTimersByTime(61_000);
  expect(await spendAll(budget, "submit")).toBe(20);
});

test("allows half of the statuses immediately, and spreads the others over the minute", async () => {
  const budget = setUp(100);
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

test("shares the limit among instances with one store, and doesn't count files and uploads", async () => {
  const store = memoryStore();
  const [one, other] = [setUp(3, store), setUp(3, store)];
  for (let sent = 0; sent < 10; sent += 1) {
    expect(await whyNot(one, "asset")).toBeUndefined();
    expect(await whyNot(one, "upload")).toBeUndefined();
  }
  await one.spend("submit");
  await other.spend("submit");
  expect(await whyNot(one, "status")).toBeInstanceOf(EaselError);
  expect(await spendAll(other, "submit")).toBe(1);
});

test("detects a job's end even with one request per minute", async () => {
  const budget = setUp(1);
  await budget.spend("submit");
  vi.advanceTimersByTime(61_000);
  expect(await whyNot(budget, "status")).toBeUndefined();
  vi.advanceTimersByTime(61_000);
  expect(await whyNot(budget, "result")).toBeUndefined();
});

test("delays all calls except submits during a pause that the service requested", async () => {
  const store = memoryStore();
  const budget = setUp(undefined, store);
  await budget.pause("status", 20_000);
  await setUp(undefined, store).pause("submit", 10_000);
  for (const call of ["status", "result", "credits"] as const) {
    expect(await whyNot(budget, call)).toMatchObject({ retryAt: 20_000 });
  }
  expect(await whyNot(budget, "submit")).toBeUndefined();
  await budget.pause("result", 30_000);
  vi.advanceTimersByTime(29_999);
  expect(await whyNot(budget, "status")).toMatchObject({ retryAt: 30_000 });
  vi.advanceTimersByTime(1);
  expect(await whyNot(budget, "status")).toBeUndefined();
});

test.each<[UpstreamCall, readonly UpstreamCall[]]>([
  ["upload", ["upload"]],
  ["asset", []],
  ["submit", ["status", "result", "credits"]],
])("pauses only the calls to the same host after a 429 response to %s", async (paused, stopped) => {
  const budget = setUp();
  await budget.pause(paused, 20_000);
  const calls = ["submit", "status", "result", "credits", "asset", "upload"] as const;
  const refused = await Promise.all(calls.map(async (call) => [call, await whyNot(budget, call)]));
  expect(refused.filter(([, error]) => error).map(([call]) => call)).toEqual(stopped);
});

test.each([-3_600_000, 3_600_000])(
  "keeps a pause's duration if the system time changes by %i ms",
  async (changeMs) => {
    const budget = setUp();
    await budget.pause("status", 20_000);
    vi.setSystemTime(Date.now() + changeMs);
    expect((await whyNot(budget, "status"))?.retryAt).toBe(Date.now() + 20_000);
    vi.advanceTimersByTime(20_000);
    expect(await whyNot(budget, "status")).toBeUndefined();
  },
);

test("allows files and uploads without the store", async () => {
  const get = vi.fn(() => Promise.reject(new EaselError("store_down")));
  const budget = setUp(20, { ...memoryStore(), get });
  expect(await whyNot(budget, "asset", "ada")).toBeUndefined();
  expect(get).not.toHaveBeenCalled();
  expect(await whyNot(budget, "upload", "ada")).toBeUndefined();
});

test("lets a single caller use all of the account's requests", async () => {
  const budget = setUp(20);
  expect(await spendAll(budget, "submit", "ada")).toBe(20);
});

test.each<UpstreamCall>(["submit", "status", "result"])(
  "prevents a caller from using up the requests with %s when there are other callers",
  async (call) => {
    const budget = setUp(100);
    await budget.spend("submit", "bob");
    await budget.spend("submit", "ada");
    expect(await spendAll(budget, call, "ada")).toBeLessThan(60);
    for (const other of ["submit", "status", "result"] as const) {
      expect(await whyNot(budget, other, "bob")).toBeUndefined();
    }
  },
);

test("detects callers on other instances, and prefers a waiting caller to one that used its share", async () => {
  const store = memoryStore();
  const [one, other] = [setUp(100, store), setUp(100, store)];
  expect(await spendAll(one, "submit", "ada")).toBe(100);
  expect(await whyNot(other, "submit", "bob")).toMatchObject({ retryAt: 61_000 });
  vi.advanceTimersByTime(61_000);
  expect(await spendAll(one, "submit", "ada")).toBe(60);
  // The share, and the one that had to wait.
  expect(await spendAll(other, "submit", "bob")).toBe(20 + 1);
});

test("counts a request once even if its caller had to wait", async () => {
  const budget = setUp(10);
  for (let sent = 0; sent < 3; sent += 1) await budget.spend("submit");
  vi.advanceTimersByTime(30_000);
  await budget.spend("submit", "bob");
  expect(await spendAll(budget, "submit")).toBe(6);
  for (let tries = 0; tries < 5; tries += 1) {
    expect((await whyNot(budget, "submit", "ada"))?.message).toMatch(
      /^This app has reached its per-minute limit/,
    );
  }
  vi.advanceTimersByTime(31_000);
  expect(await spendAll(budget, "submit", "ada")).toBe(2);
  expect((await whyNot(budget, "submit", "ada"))?.message).toMatch(/your share/);
});

test("doesn't expose callers to the store", async () => {
  const store = memoryStore();
  const calls = [vi.spyOn(store, "take"), vi.spyOn(store, "add")];
  await setUp(10, store).spend("submit", "ada@host.example");
  expect(JSON.stringify(calls.map(({ mock }) => mock.calls))).not.toContain("ada@");
});
