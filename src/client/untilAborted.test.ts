import { expect, test, vi } from "vitest";
import { untilAborted } from "./untilAborted.ts";

const never = () => new Promise<never>(() => undefined);

test("returns the promise without a signal", async () => {
  const { signal } = new AbortController();
  expect(await untilAborted(Promise.resolve(4), signal)).toBe(4);
  expect(await untilAborted(Promise.resolve(4), undefined)).toBe(4);
  await expect(untilAborted(Promise.reject(new Error("no")), signal)).rejects.toThrow("no");
});

test("rejects with the abort reason", async () => {
  const reason = new Error("enough");
  await expect(untilAborted(never(), AbortSignal.abort(reason))).rejects.toBe(reason);
  const caller = new AbortController();
  const waiting = untilAborted(never(), caller.signal);
  caller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
});

test("ignores a failure after an abort", async () => {
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  const caller = new AbortController();
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("late"))));
  const waiting = untilAborted(late, caller.signal);
  caller.abort();
  await expect(waiting).rejects.not.toThrow("late");
  await new Promise((resolve) => setTimeout(resolve));
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

test("removes its listeners", async () => {
  const { signal } = new AbortController();
  const removed = vi.spyOn(signal, "removeEventListener");
  await untilAborted(Promise.resolve(4), signal);
  await Promise.resolve();
  expect(removed).toHaveBeenCalledOnce();
});
