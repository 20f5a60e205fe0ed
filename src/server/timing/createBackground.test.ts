import { afterEach, expect, test, vi } from "vitest";
import { createBackground } from "./createBackground.ts";
import { pause } from "./pause.ts";

afterEach(() => {
  vi.useRealTimers();
});

function deferred() {
  let resolve = (): void => undefined;
  let reject = (): void => undefined;
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = () => onReject(new Error("failed"));
  });
  return { promise, resolve, reject };
}

test("waits for tracked work when it stops, including failed work and new work", async () => {
  const background = createBackground();
  const [first, second] = [deferred(), deferred()];
  const failing = background.track(first.promise);
  failing.catch(() => void background.track(second.promise));
  const stopped = vi.fn();
  const stop = background.stop().then(stopped);
  first.reject();
  await expect(failing).rejects.toThrow("failed");
  await new Promise((resolve) => setImmediate(resolve));
  expect(stopped).not.toHaveBeenCalled();
  second.resolve();
  await stop;
  expect(stopped).toHaveBeenCalledWith(true);
});

test("stops waiting after the timeout", async () => {
  vi.useFakeTimers();
  const background = createBackground();
  void background.track(new Promise(() => undefined));
  const stop = background.stop(5_000);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await stop).toBe(false);
});

test("aborts background work when it stops, even if the work starts later", async () => {
  const background = createBackground();
  const ended: string[] = [];
  const run = (name: string) =>
    background.run(async (signal) => {
      await pause(1_000_000, { signal, isBackground: true });
      ended.push(name);
    });
  run("before");
  expect(await background.stop()).toBe(true);
  run("after");
  expect(await background.stop()).toBe(true);
  expect(ended).toEqual(["before", "after"]);
});

test("calls a listener once, immediately if it is late, and never after it unsubscribes", async () => {
  const background = createBackground();
  const [kept, left, late] = [vi.fn(), vi.fn(), vi.fn()];
  background.onClosing(kept);
  background.onClosing(left)();
  expect(background.isClosing).toBe(false);
  await background.stop();
  await background.stop();
  background.onClosing(late);
  expect(background.isClosing).toBe(true);
  expect([kept, left, late].map(({ mock }) => mock.calls.length)).toEqual([1, 0, 1]);
});
