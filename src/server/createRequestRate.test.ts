import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createRequestRate } from "./createRequestRate.ts";
import { memoryStore } from "./stores/memoryStore.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: 0 });
});

afterEach(() => {
  vi.useRealTimers();
});

test("the one too many is told when the minute ends, and each caller has a minute of its own", async () => {
  const count = createRequestRate(memoryStore(), 2);
  expect([await count("ada"), await count("ada")]).toEqual([undefined, undefined]);
  vi.setSystemTime(20_000);
  expect(await count("ada")).toBe(60_000);
  expect(await count("bob")).toBeUndefined();
  vi.setSystemTime(60_000);
  expect(await count("ada")).toBeUndefined();
});

test("instances that share a store share the minute, and the store does not learn who asks", async () => {
  const store = memoryStore();
  const take = vi.spyOn(store, "take");
  await createRequestRate(store, 1)("ada@host.example");
  expect(await createRequestRate(store, 1)("ada@host.example")).toBe(60_000);
  expect(JSON.stringify(take.mock.calls)).not.toContain("ada@");
});
