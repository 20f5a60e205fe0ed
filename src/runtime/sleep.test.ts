import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sleep } from "./sleep.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const watched = (ms: number, signal?: AbortSignal) => {
  const ended = vi.fn();
  void sleep(ms, signal).then(ended);
  return ended;
};

test.each([undefined, new AbortController().signal])("waits the delay (%o)", async (signal) => {
  const ended = watched(1_000, signal);
  await vi.advanceTimersByTimeAsync(999);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(ended).toHaveBeenCalledOnce();
});

test("resolves immediately when aborted, and clears the timer", async () => {
  const caller = new AbortController();
  const ended = watched(1_000, caller.signal);
  caller.abort();
  await vi.advanceTimersByTimeAsync(0);
  expect(ended).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

test("resolves immediately if already aborted", async () => {
  const ended = watched(1_000, AbortSignal.abort());
  await vi.advanceTimersByTimeAsync(0);
  expect(ended).toHaveBeenCalledOnce();
});

test.each([2 ** 31, Infinity])("doesn't resolve immediately for %d ms", async (ms) => {
  const ended = watched(ms);
  await vi.advanceTimersByTimeAsync(86_400_000);
  expect(ended).not.toHaveBeenCalled();
});

test("removes its listener from the signal", async () => {
  const { signal } = new AbortController();
  const added = vi.spyOn(signal, "addEventListener");
  const removed = vi.spyOn(signal, "removeEventListener");
  watched(10, signal);
  await vi.advanceTimersByTimeAsync(10);
  expect(removed.mock.calls[0]?.slice(0, 2)).toEqual(added.mock.calls[0]?.slice(0, 2));
});
