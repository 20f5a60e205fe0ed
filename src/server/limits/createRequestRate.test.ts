import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { memoryStore } from "../stores/memoryStore.ts";
import { createRequestRate } from "./createRequestRate.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: 0 });
});

afterEach(() => {
  vi.useRealTimers();
});

test("returns the wait for an excess request, with a separate window for each caller", async () => {
  const count = createRequestRate(memoryStore(), 2);
  expect([await count("ada"), await count("ada")]).toEqual([undefined, undefined]);
  vi.advanceTimersByTime(20_000);
  expect(await count("ada")).toBe(40_000);
  expect(await count("bob")).toBeUndefined();
  vi.advanceTimersByTime(40_000);
  expect(await count("ada")).toBeUndefined();
});

test("never allows more than 20 requests in any 60 seconds with a limit of 20", async () => {
  const count = createRequestRate(memoryStore(), 20);
  const allowedAt: number[] = [];
  // One, then bursts before and after the minute's end, which a fixed window would add up.
  for (const at of [0, 59_000, 60_000, 61_000, 62_000, 110_000, 119_000, 120_000, 121_000]) {
    vi.advanceTimersByTime(at - Date.now());
    for (let asked = 0; asked < (at === 0 ? 1 : 30); asked += 1) {
      if ((await count("ada")) === undefined) allowedAt.push(at);
    }
  }
  const most = Math.max(
    ...allowedAt.map((from) => allowedAt.filter((at) => at >= from && at < from + 60_000).length),
  );
  expect(most).toBe(20);
  expect(allowedAt.filter((at) => at > 100_000)).toHaveLength(20);
});

test("shares a window among instances with one store, without exposing the caller to it", async () => {
  const store = memoryStore();
  const take = vi.spyOn(store, "take");
  await createRequestRate(store, 1)("ada@host.example");
  expect(await createRequestRate(store, 1)("ada@host.example")).toBe(60_000);
  expect(JSON.stringify(take.mock.calls)).not.toContain("ada@");
});

test.each([-3_600_000, 3_600_000])(
  "keeps the window if the system time changes by %i ms",
  async (changeMs) => {
    const count = createRequestRate(memoryStore(), 1);
    await count("ada");
    vi.setSystemTime(Date.now() + changeMs);
    expect(await count("ada")).toBe(60_000);
    vi.advanceTimersByTime(60_000);
    expect(await count("ada")).toBeUndefined();
  },
);
