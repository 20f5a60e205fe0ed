import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTestStack } from "../../../test/createTestStack.ts";
import { memoryStore } from "./memoryStore.ts";

const dayMs = 24 * 3_600_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date", "performance"] }));
afterEach(() => void vi.useRealTimers());

function setUp(maxEntries: number) {
  const store = memoryStore({ maxEntries });
  const add = (user: string, from: number, count: number, lifeMs = dayMs) =>
    Promise.all(
      Array.from({ length: count }, (_, index) =>
        store.add(`attempt:${user}:${from + index}`, "text", lifeMs),
      ),
    );
  const has = async (user: string, name: number) =>
    (await store.get(`attempt:${user}:${name}`)) !== undefined;
  return { store, add, has };
}

test("evicts the entries that expire first, such as refused attempts", async () => {
  const { add, has } = setUp(100);
  await add("bob", 0, 1);
  vi.advanceTimersByTime(2 * 3_600_000);
  for (let user = 0; user < 60; user += 1) await add(`eve-${user}`, 0, 10, 60_000);
  for (let user = 0; user < 20; user += 1) await add(`user-${user}`, 0, 4);
  expect([await has("bob", 0), await has("user-0", 0), await has("eve-0", 0)]).toEqual([
    true,
    true,
    false,
  ]);
});

test("lets a user fill half of the pool, and then evicts only that user's attempts", async () => {
  const { add, has } = setUp(100);
  await add("bob", 0, 1);
  await add("eve", 0, 50);
  await expect(add("eve", 50, 1)).rejects.toThrow(/memoryStore is full.*maxEntries/);
  await add("bob", 1, 1);
  vi.advanceTimersByTime(3_600_000);
  await add("eve", 50, 1);
  expect([await has("bob", 0), await has("eve", 0), await has("eve", 50)]).toEqual([
    true,
    false,
    true,
  ]);
});

test("keeps a possibly charged attempt for an hour, and refuses the next one", async () => {
  const { store, add, has } = setUp(4);
  for (const user of ["a", "b", "c", "d"]) await add(user, 0, 1);
  vi.advanceTimersByTime(3_599_999);
  await expect(add("e", 0, 1)).rejects.toThrow(/is full/);
  expect(await store.replace("attempt:d:0", "text", "other", dayMs)).toBe(true);
  vi.advanceTimersByTime(1);
  await add("e", 0, 1);
  expect([await has("a", 0), await has("d", 0), await has("e", 0)]).toEqual([false, true, true]);
});

test("keeps a paid attempt despite another user's many refused submits", async () => {
  vi.useRealTimers();
  const refuse = ({ user }: { readonly user: { readonly userId: string } }) =>
    user.userId === "eve" ? (false as const) : undefined;
  const { submit, createInstance, countCalls } = createTestStack({
    handler: { store: memoryStore({ maxEntries: 20 }), beforeSubmit: refuse },
  });
  const submitAs = (user: string, key: string, to = submit) =>
    to({ prompt: "a fox" }, { "x-user": user, "idempotency-key": key });
  const paid = await submitAs("bob", "attempt-1");
  for (let count = 0; count < 100; count += 1) {
    expect((await submitAs("eve", `attempt-${count}`)).status).toBe(403);
  }
  const again = await submitAs("bob", "attempt-1", createInstance().submit);
  expect(again.body).toEqual(paid.body);
  expect(countCalls("submit")).toBe(1);
});
