import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSlidingWindows } from "./slidingWindows.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: 0 });
});

afterEach(() => {
  vi.useRealTimers();
});

test("returns the wait until a caller with a lower limit can continue", async () => {
  const take = createSlidingWindows(10);
  for (let taken = 0; taken < 4; taken += 1) {
    await take("key", 4, 1_000);
    vi.advanceTimersByTime(100);
  }
  expect(await take("key", 4, 1_000)).toBe(600);
  expect(await take("key", 2, 1_000)).toBe(800);
  vi.advanceTimersByTime(800);
  expect(await take("key", 2, 1_000)).toBeUndefined();
  expect(await take("key", 2, 1_000)).toBe(100);
});

test("removes expired times from a window that is never full", async () => {
  const take = createSlidingWindows(10);
  const splice = vi.spyOn(Array.prototype, "splice");
  for (let taken = 0; taken < 1_000; taken += 1) {
    vi.advanceTimersByTime(1);
    expect(await take("key", 200, 100)).toBeUndefined();
  }
  const moved = splice.mock.results.reduce(
    (sum, { value }) => sum + (value as readonly number[]).length,
    0,
  );
  splice.mockRestore();
  expect(moved).toBeGreaterThanOrEqual(800);
});

test("evicts the least recently used window", async () => {
  const take = createSlidingWindows(2);
  for (const key of ["first", "second", "first", "third"]) await take(key, 2, 1_000);
  expect(await take("first", 2, 1_000)).toBe(1_000);
  expect(await take("second", 1, 1_000)).toBeUndefined();
});

test("removes expired windows", async () => {
  const take = createSlidingWindows(2);
  await take("lasting", 1, 3_600_000);
  await take("short", 1, 1_000);
  vi.advanceTimersByTime(60_000);
  await take("third", 1, 1_000);
  expect(await take("lasting", 1, 3_600_000)).toBe(3_540_000);
});
