import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSharedClock } from "./createSharedClock.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: 1_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

test("starts with the machine's time without a store clock, and ignores later changes to it", async () => {
  const clock = createSharedClock({});
  await clock.sync();
  expect(clock.now()).toBe(1_000_000);
  vi.setSystemTime(0);
  vi.advanceTimersByTime(500);
  expect(clock.now()).toBe(1_000_500);
});

test("reads the store's clock once a minute, and assumes half of the round trip", async () => {
  const now = vi.fn(async () => {
    vi.advanceTimersByTime(200);
    return 5_000_100;
  });
  const clock = createSharedClock({ now });
  await Promise.all([clock.sync(), clock.sync()]);
  expect(clock.now()).toBe(5_000_200);
  vi.advanceTimersByTime(59_799);
  await clock.sync();
  expect(now).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  await clock.sync();
  expect(now).toHaveBeenCalledTimes(2);
});

test("waits only for the first sync, and ignores a failure or an invalid time", async () => {
  const now = vi
    .fn<() => Promise<number>>()
    .mockRejectedValueOnce(new Error("down"))
    .mockResolvedValueOnce(NaN)
    .mockReturnValue(new Promise(() => undefined));
  const clock = createSharedClock({ now });
  await clock.sync();
  expect(clock.now()).toBe(1_000_000);
  vi.advanceTimersByTime(60_000);
  await clock.sync();
  await new Promise((resolve) => setImmediate(resolve));
  expect(clock.now()).toBe(1_060_000);
  vi.advanceTimersByTime(60_000);
  await clock.sync();
  expect(now).toHaveBeenCalledTimes(3);
});
