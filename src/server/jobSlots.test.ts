import { expect, test } from "vitest";
import { fillJobSlot, freeJobSlot, readSlotJobs, takeJobSlot } from "./jobSlots.ts";
import { memoryStore } from "./stores/memoryStore.ts";

const job = {
  id: "0b9a2c4e-5d1f-8a3b-9c7d-2e4f6a8b0c1d",
  requestId: "job-1",
  modelId: "sdxl-torch",
  issuedAt: 1,
  mark: "mark",
  userId: "ada",
};

function setUp() {
  const store = memoryStore();
  const take = (caller = "ada") => takeJobSlot(store, caller, 2, 60_000);
  return { store, take };
}

test("there are as many places as were said, for each caller, and a freed one can be had again", async () => {
  const { store, take } = setUp();
  const asked = await Promise.all([take(), take(), take()]);
  // Which of the three goes without is not said: they race.
  const [first, ...others] = asked.filter((slot) => slot !== undefined);
  expect(others).toHaveLength(1);
  expect(await take("bob")).toBeDefined();
  if (!first) throw new Error("no place");
  await freeJobSlot(store, first);
  expect((await take())?.key).toBe(first.key);
});

test("a place that has been given to another since stays that other's", async () => {
  const { store, take } = setUp();
  const first = await take();
  if (!first) throw new Error("no place");
  await freeJobSlot(store, first);
  const second = await take();
  await freeJobSlot(store, first);
  expect(await store.get(first.key)).toBe(second?.value);
});

test("a filled place tells of its job, and not whose it is", async () => {
  const { store, take } = setUp();
  const [first] = [await take(), await take()];
  if (!first) throw new Error("no place");
  const filled = await fillJobSlot(store, first, job, 60_000);
  const { userId: _, ...held } = job;
  expect(await readSlotJobs(store, "ada", 2)).toEqual([held]);
  await freeJobSlot(store, filled);
  expect(await readSlotJobs(store, "ada", 2)).toEqual([]);
});
