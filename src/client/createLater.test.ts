import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLater, mapLater } from "./createLater.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const part = { name: "the part" };
const away = new TypeError("Failed to fetch dynamically imported module");

test("is loaded once, however many want it", async () => {
  const load = vi.fn(() => Promise.resolve(part));
  const later = createLater(load);
  const used = vi.fn();
  later.whenThere(used);
  expect(later.now()).toBeUndefined();
  expect(await Promise.all([later.get(), later.get()])).toEqual([part, part]);
  expect(later.now()).toBe(part);
  expect(used.mock.calls).toEqual([[part]]);
  await later.get();
  expect(load).toHaveBeenCalledOnce();
});

test("once it is there it is used at once", async () => {
  const later = createLater(() => Promise.resolve(part));
  await later.get();
  const used = vi.fn();
  later.whenThere(used);
  expect(used).toHaveBeenCalledWith(part);
});

test("whoever waits is called in turn, and one that throws keeps nobody from it", async () => {
  const later = createLater(() => Promise.resolve(part));
  const told: string[] = [];
  const broken = new Error("a broken one");
  const thrown = new Promise((resolve) => {
    vi.stubGlobal("queueMicrotask", (task: () => void) =>
      Promise.resolve().then(task).catch(resolve),
    );
  });
  later.whenThere(() => told.push("first"));
  later.whenThere(() => {
    throw broken;
  });
  later.whenThere(() => told.push("third"));
  expect(await later.get()).toBe(part);
  expect(await thrown).toBe(broken);
  expect(told).toEqual(["first", "third"]);
});

test("who has left is not called", async () => {
  const later = createLater(() => Promise.resolve(part));
  const used = vi.fn();
  later.whenThere(used)();
  await later.get();
  await Promise.resolve();
  expect(used).not.toHaveBeenCalled();
});

test("where it can't be had it is asked for again, as long as somebody waits", async () => {
  const load = vi.fn(() => Promise.reject<typeof part>(away));
  const later = createLater(load);
  const used = vi.fn();
  const leave = later.whenThere(used);
  await vi.advanceTimersByTimeAsync(11_000);
  expect(load).toHaveBeenCalledTimes(3);
  // One more who waits asks no sooner.
  const leaveToo = later.whenThere(used);
  expect(load).toHaveBeenCalledTimes(3);
  leave();
  leaveToo();
  expect(vi.getTimerCount()).toBe(0);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(load).toHaveBeenCalledTimes(3);
  expect(used).not.toHaveBeenCalled();
});

test("who can't wait asks at once, and hears that it is not to be had", async () => {
  const load = vi.fn(() => Promise.resolve(part));
  load.mockRejectedValueOnce(away).mockRejectedValueOnce(away);
  const later = createLater(load);
  const used = vi.fn();
  later.whenThere(used);
  await vi.advanceTimersByTimeAsync(0);
  await expect(later.get()).rejects.toBe(away);
  expect(await later.get()).toBe(part);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(load).toHaveBeenCalledTimes(3);
  expect(used).toHaveBeenCalledOnce();
});

test("is on its way early in a page, and never on a server", async () => {
  const load = vi.fn(() => Promise.reject<typeof part>(away));
  createLater(load).hurry();
  expect(load).not.toHaveBeenCalled();
  vi.stubGlobal("document", {});
  createLater(load).hurry();
  expect(load).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(load).toHaveBeenCalledOnce();
});

test("what is made of it is made once", async () => {
  const later = createLater(() => Promise.resolve(part));
  const make = vi.fn(({ name }: typeof part) => ({ made: name }));
  const made = mapLater(later, make);
  expect(made.now()).toBeUndefined();
  const used = vi.fn();
  made.whenThere(used);
  const one = await made.get();
  await Promise.resolve();
  expect(one).toEqual({ made: "the part" });
  expect(made.now()).toBe(one);
  expect(used).toHaveBeenCalledWith(one);
  expect(make).toHaveBeenCalledOnce();
});
