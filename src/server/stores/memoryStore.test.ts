import { afterEach, describe, expect, test, vi } from "vitest";
import { describeStore } from "../../testing/describeStore.ts";
import { memoryStore } from "./memoryStore.ts";

afterEach(() => {
  vi.useRealTimers();
});

const shared = memoryStore();
describeStore("memoryStore", () => shared, { describe, test });

test("expires entries and windows to the millisecond", async () => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
  const store = memoryStore();
  await store.add("key", "a", 1_000);
  await store.take("window", 1, 1_000);
  vi.advanceTimersByTime(999);
  expect(await store.get("key")).toBe("a");
  expect(await store.take("window", 1, 1_000)).toBe(1);
  vi.advanceTimersByTime(1);
  expect(await store.get("key")).toBeUndefined();
  expect(await store.take("window", 1, 1_000)).toBeUndefined();
});

test("evicts the oldest entries beyond the limit", async () => {
  const store = memoryStore({ maxEntries: 2 });
  await store.add("first", "1", 1_000);
  await store.add("second", "2", 1_000);
  await store.replace("first", "1", "again", 1_000);
  await store.add("third", "3", 1_000);
  const left = await Promise.all(["first", "second", "third"].map((key) => store.get(key)));
  expect(left).toEqual(["again", undefined, "3"]);
});

test("evicts the oldest entries for large texts", async () => {
  const store = memoryStore({ maxCharacters: 100 });
  await store.add("first", "x".repeat(60), 1_000);
  await store.add("second", "x".repeat(60), 1_000);
  expect(await store.get("first")).toBeUndefined();
  await store.replace("second", "x".repeat(60), "small", 1_000);
  await store.add("third", "x".repeat(90), 1_000);
  expect([await store.get("second"), (await store.get("third"))?.length]).toEqual(["small", 90]);
});

test("evicts attempts and other entries separately", async () => {
  const store = memoryStore({ maxEntries: 3, maxCharacters: 100 });
  for (const name of ["1", "2", "3"]) await store.add(`attempt:${name}:1`, "taken", 1_000);
  for (const name of ["1", "2", "3", "4"]) await store.add(`submit:${name}`, "small", 1_000);
  await store.add("submit:5", "x".repeat(99), 1_000);
  const get = (...keys: string[]) => Promise.all(keys.map((key) => store.get(key)));
  expect(await get("attempt:1:1", "attempt:2:1", "attempt:3:1")).toEqual(Array(3).fill("taken"));
  expect(await store.get("submit:4")).toBeUndefined();

  await store.add("attempt:4:1", "taken", 1_000);
  expect(await get("attempt:1:1", "attempt:4:1")).toEqual([undefined, "taken"]);
  expect(await store.get("submit:5")).toHaveLength(99);
});

test("removes expired entries that are never read again", async () => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
  const store = memoryStore({ maxEntries: 3 });
  await store.add("lasting", "1", 3_600_000);
  await store.add("short", "2", 1_000);
  await store.add("shorter", "3", 1_000);
  vi.advanceTimersByTime(61_000);
  await store.add("fourth", "4", 1_000);
  await store.add("fifth", "5", 1_000);
  expect(await store.get("lasting")).toBe("1");
});
