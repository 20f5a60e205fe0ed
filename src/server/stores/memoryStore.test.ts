import { afterEach, expect, test, vi } from "vitest";
import { memoryStore } from "./memoryStore.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("of many who add, one is told that it did", async () => {
  const store = memoryStore();
  const told = await Promise.all(["a", "b", "c"].map((value) => store.add("key", value, 1_000)));
  expect(told).toEqual([true, false, false]);
  expect(await store.get("key")).toBe("a");
});

test("what is expected is replaced or removed, and nothing else", async () => {
  const store = memoryStore();
  await store.add("key", "a", 1_000);
  expect(await store.replace("key", "x", "b", 1_000)).toBe(false);
  expect(await store.get("key")).toBe("a");
  expect(await store.replace("key", "a", "b", 1_000)).toBe(true);
  expect(await store.get("key")).toBe("b");
  expect(await store.replace("key", "b", undefined, 1_000)).toBe(true);
  expect(await store.get("key")).toBeUndefined();
});

test("an entry ends with its life, and its key is free again", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const store = memoryStore();
  await store.add("key", "a", 1_000);
  vi.advanceTimersByTime(999);
  expect(await store.get("key")).toBe("a");
  vi.advanceTimersByTime(1);
  expect(await store.replace("key", "a", "b", 1_000)).toBe(false);
  expect(await store.add("key", "c", 1_000)).toBe(true);
});

test("it holds no more than it was told, and lets the oldest go", async () => {
  const store = memoryStore({ maxEntries: 2 });
  await store.add("first", "1", 1_000);
  await store.add("second", "2", 1_000);
  await store.replace("first", "1", "again", 1_000);
  await store.add("third", "3", 1_000);
  const left = await Promise.all(["first", "second", "third"].map((key) => store.get(key)));
  expect(left).toEqual(["again", undefined, "3"]);
});
