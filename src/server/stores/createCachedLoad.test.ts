import { expect, test, vi } from "vitest";
import { createCachedLoad, type CachedSource } from "./createCachedLoad.ts";
import { memoryStore } from "./memoryStore.ts";

/** Processes that load the same value, and share a store. */
function setUp(maxWaitMs = 2_000) {
  const store = memoryStore();
  let stored: string | undefined;
  let finish = (): void => undefined;
  const load = vi.fn(
    () =>
      new Promise<string>((resolve) => {
        finish = () => {
          stored = "the value";
          resolve(stored);
        };
      }),
  );
  const source: CachedSource<string, string | undefined> = {
    read: async () => stored,
    fresh: (entry) => entry,
    load,
    stale: () => "the last known value",
    maxWaitMs,
  };
  const createProcess = () => {
    const cachedLoad = createCachedLoad(store);
    return (signal = new AbortController().signal) => cachedLoad("key", source, { signal });
  };
  return { load, createProcess, finish: () => finish() };
}

test("loads in one process while the others wait for the stored value", async () => {
  const { createProcess, load, finish } = setUp();
  const [first, second] = [createProcess(), createProcess()];
  const all = Promise.all([first(), first(), second()]);
  await vi.waitFor(() => expect(load).toHaveBeenCalled());
  finish();
  expect(await all).toEqual([
    { value: "the value", isCached: false },
    { value: "the value", isCached: true },
    { value: "the value", isCached: false },
  ]);
  expect(await second()).toEqual({ value: "the value", isCached: true });
  expect(load).toHaveBeenCalledTimes(1);
});

test("loads for the next caller after a load fails", async () => {
  const { createProcess, load, finish } = setUp();
  const read = createProcess();
  load.mockRejectedValueOnce(new Error("no answer"));
  await expect(read()).rejects.toThrow("no answer");
  const second = read();
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(2));
  finish();
  expect((await second).value).toBe("the value");
});

test("returns the stale value after the maximum wait, and doesn't wait after an abort", async () => {
  const { createProcess, load } = setUp(60);
  void createProcess()();
  await vi.waitFor(() => expect(load).toHaveBeenCalled());
  const other = createProcess();
  expect((await other()).value).toBe("the last known value");
  await expect(other(AbortSignal.abort())).rejects.toMatchObject({ code: "aborted" });
  expect(load).toHaveBeenCalledTimes(1);
});
