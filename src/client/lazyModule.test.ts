import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lazyModule } from "./lazyModule.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const code = { name: "lazy code" };
const failure = new TypeError("Failed to fetch dynamically imported module");

test("loads once for all callers", async () => {
  const load = vi.fn(() => Promise.resolve(code));
  const lazy = lazyModule(load);
  const use = vi.fn();
  lazy.whenLoaded(use);
  expect(lazy.loaded()).toBeUndefined();
  expect(await Promise.all([lazy.load(), lazy.load()])).toEqual([code, code]);
  expect(lazy.loaded()).toBe(code);
  expect(use.mock.calls).toEqual([[code]]);
  await lazy.load();
  expect(load).toHaveBeenCalledOnce();
});

test("calls back immediately if it is already loaded", async () => {
  const lazy = lazyModule(() => Promise.resolve(code));
  await lazy.load();
  const use = vi.fn();
  lazy.whenLoaded(use);
  expect(use).toHaveBeenCalledWith(code);
});

test("doesn't call back after the unsubscribe function was called", async () => {
  const lazy = lazyModule(() => Promise.resolve(code));
  const use = vi.fn();
  lazy.whenLoaded(use)();
  await lazy.load();
  await vi.advanceTimersByTimeAsync(0);
  expect(use).not.toHaveBeenCalled();
});

test("retries a failed load until it is unsubscribed, and reports each failure", async () => {
  const load = vi.fn(() => Promise.reject<typeof code>(failure));
  const lazy = lazyModule(load);
  const use = vi.fn();
  const onFailure = vi.fn();
  const unsubscribe = lazy.whenLoaded(use, onFailure);
  await vi.advanceTimersByTimeAsync(11_000);
  expect(load).toHaveBeenCalledTimes(3);
  expect(onFailure.mock.calls).toEqual([[failure], [failure], [failure]]);
  unsubscribe();
  expect(vi.getTimerCount()).toBe(0);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(load).toHaveBeenCalledTimes(3);
  expect(use).not.toHaveBeenCalled();
});

test("rejects a call if the load fails, and loads again on the next call", async () => {
  const load = vi.fn(() => Promise.resolve(code)).mockRejectedValueOnce(failure);
  const lazy = lazyModule(load);
  await expect(lazy.load()).rejects.toBe(failure);
  expect(await lazy.load()).toBe(code);
  expect(load).toHaveBeenCalledTimes(2);
});
