import { expect, test, vi } from "vitest";
import { createWriteBack } from "../stores/createWriteBack.ts";
import { memoryStore } from "../stores/memoryStore.ts";
import { createBackground } from "../timing/createBackground.ts";
import { createJobSlots } from "./createSlots.ts";

const job = {
  id: "0b9a2c4e-5d1f-8a3b-9c7d-2e4f6a8b0c1d",
  requestId: "job-1",
  modelId: "sdxl-torch",
  issuedAt: 1,
  mark: "mark",
  userId: "ada",
};

async function setUp() {
  const store = memoryStore();
  const writeBack = createWriteBack(createBackground(), () => undefined);
  const slotsOf = (caller: string) => createJobSlots({ store, writeBack }, caller, 2);
  const slots = await slotsOf("ada");
  const take = async () => {
    const slot = await slots.acquire(60_000);
    if (!slot) throw new Error("no slot");
    return slot;
  };
  return { store, slots, slotsOf, take };
}

test("limits each caller's slots, and reuses a released slot", async () => {
  const { slots, slotsOf } = await setUp();
  const taken = await Promise.all([1, 2, 3].map(() => slots.acquire(60_000)));
  const [first, ...others] = taken.filter((slot) => slot !== undefined);
  expect(others).toHaveLength(1);
  expect(await (await slotsOf("bob")).acquire(60_000)).toBeDefined();
  if (!first) throw new Error("no slot");
  await slots.release(first);
  expect((await slots.acquire(60_000))?.key).toBe(first.key);
});

test("takes only one slot if the store reports a successful write as failed", async () => {
  const { store, slots, take } = await setUp();
  const add = store.add.bind(store);
  vi.spyOn(store, "add").mockImplementationOnce(async (...args) => {
    await add(...args);
    return add(...args);
  });
  const [first, second] = [await take(), await take()];
  expect(second.key).not.toBe(first.key);
  expect(await slots.acquire(60_000)).toBeUndefined();
});

test("doesn't release a slot that another job has taken since", async () => {
  const { store, slots, take } = await setUp();
  const first = await take();
  await slots.release(first);
  const second = await take();
  await slots.release(first);
  expect(await store.get(first.key)).toBe(second.text);
});

test("stores a slot's job without its user", async () => {
  const { slots, take } = await setUp();
  const [first] = [await take(), await take()];
  await slots.fill(first, job, 60_000);
  const { userId: _, ...kept } = job;
  const filled = await slots.filled();
  expect(filled.map(({ job: found }) => found)).toEqual([kept]);
  await Promise.all(filled.map(({ slot }) => slots.release(slot)));
  expect(await slots.filled()).toEqual([]);
});

test.each(["", "{", "null", '"0b9a2c4e"', '{"v":2,"owner":"a"}', '{"v":1}'])(
  "treats a slot with %s as free",
  async (text) => {
    const { store, slots, take } = await setUp();
    const [first] = [await take(), await take()];
    await store.replace(first.key, first.text, text, 60_000);
    expect(await slots.filled()).toEqual([]);
    expect((await take()).key).toBe(first.key);
  },
);

test("keeps a slot with a damaged job until it expires", async () => {
  const { store, slots, take } = await setUp();
  const [first] = [await take(), await take()];
  await store.replace(first.key, first.text, '{"v":1,"owner":"a","job":null}', 60_000);
  expect(await slots.filled()).toEqual([]);
  expect(await slots.acquire(60_000)).toBeUndefined();
});
