import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { HandlerEvent } from "../events/handlerEvent.ts";
import { createBackground } from "../timing/createBackground.ts";
import { createWriteBack } from "./createWriteBack.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const events: HandlerEvent[] = [];
  const background = createBackground();
  const writeBack = createWriteBack(background, (event) => void events.push(event));
  const write = vi.fn<() => Promise<unknown>>(async () => true);
  const fail = (times: number) => {
    for (let count = 0; count < times; count += 1) {
      write.mockRejectedValueOnce(new Error("no connection"));
    }
  };
  return { ...writeBack, background, write, fail, events };
}

test("makes a successful write once", async () => {
  const { keep, flush, write, events } = setUp();
  await keep(write);
  await flush();
  expect(write).toHaveBeenCalledTimes(1);
  expect(events).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test("reports a failed write once, and retries it after 1, 2, and 4 seconds", async () => {
  const { keep, write, fail, events } = setUp();
  fail(3);
  await keep(write);
  const counts: number[] = [];
  for (const seconds of [1, 2, 4]) {
    await vi.advanceTimersByTimeAsync(seconds * 1_000);
    counts.push(write.mock.calls.length);
  }
  expect(counts).toEqual([2, 3, 4]);
  expect(events).toMatchObject([{ type: "error", where: "store" }]);
  expect(vi.getTimerCount()).toBe(0);
});

test("retries immediately on a flush, even if another write keeps failing", async () => {
  const { keep, flush, write, fail } = setUp();
  const broken = vi.fn(() => Promise.reject(new Error("too large")));
  fail(1);
  await keep(broken);
  await keep(write);
  await flush();
  expect(write).toHaveBeenCalledTimes(2);
  expect(broken).toHaveBeenCalledTimes(2);
});

test("retries once when the background is stopped", async () => {
  const { keep, background, write, fail } = setUp();
  fail(1);
  await keep(write);
  await background.stop();
  expect(write).toHaveBeenCalledTimes(2);
  expect(vi.getTimerCount()).toBe(0);
});

test("retries a write every second while closing, and delays the shutdown until it succeeds", async () => {
  const { keep, background, write, fail } = setUp();
  const closed = background.stop(10_000);
  fail(3);
  await keep(write);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await closed).toBe(true);
  expect(write).toHaveBeenCalledTimes(4);
});

test("returns false from a shutdown if writes are missing", async () => {
  const { keep, background } = setUp();
  await keep(() => Promise.reject(new Error("no connection")));
  const closed = background.stop(10_000);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await closed).toBe(false);
});

test("retries each write for an hour, regardless of other writes", async () => {
  const { keep, write } = setUp();
  await keep(() => Promise.reject(new Error("too large")));
  await vi.advanceTimersByTimeAsync(3_500_000);
  write.mockRejectedValue(new Error("no connection"));
  await keep(write);
  await vi.advanceTimersByTimeAsync(3_500_000);
  expect(write.mock.calls.length).toBeGreaterThan(50);
});

test("shares one run among flushes, and stops after a batch in which all writes fail", async () => {
  const { keep, flush } = setUp();
  let isDown = true;
  let running = 0;
  let most = 0;
  let calls = 0;
  const write = async () => {
    calls += 1;
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    if (isDown) throw new Error("no connection");
  };
  for (let count = 0; count < 250; count += 1) await keep(async () => write());
  calls = 0;
  await Promise.all([flush(), flush(), flush()]);
  expect(calls).toBe(100);
  isDown = false;
  await flush();
  expect([calls, most]).toEqual([350, 100]);
  await flush();
  expect(calls).toBe(350);
});

test("stops retrying a write after an hour", async () => {
  const { keep, write, fail } = setUp();
  fail(100);
  await keep(write);
  await vi.advanceTimersByTimeAsync(4_000_000);
  expect(write.mock.calls.length).toBeLessThan(70);
  expect(vi.getTimerCount()).toBe(0);
});
