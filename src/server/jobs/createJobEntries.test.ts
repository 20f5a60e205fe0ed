import { expect, test } from "vitest";
import { createSharedClock } from "../stores/createSharedClock.ts";
import { memoryStore } from "../stores/memoryStore.ts";
import { createJobEntries } from "./createJobEntries.ts";
import type { JobEntry } from "./jobEntryFormat.ts";

const id = "2c7f59ea-13f1-402c-9353-915a2b5a2124";
function setUp() {
  const store = memoryStore();
  return createJobEntries(store, createSharedClock(store));
}
const running: JobEntry = { record: { requestId: id, state: "processing" }, nextAt: 1 };

test("returns the same object while the text in the store is unchanged", async () => {
  const entries = setUp();
  await entries.write("status", undefined, running);
  const first = await entries.read("status", id);
  expect(first.entry).toEqual(running);
  expect((await entries.read("status", id)).entry).toBe(first.entry);

  const ended: JobEntry = { record: { requestId: id, state: "completed" } };
  await entries.write("status", first.text, ended);
  expect((await entries.read("status", id)).entry).toEqual(ended);
  expect((await entries.read("result", id)).entry).toBeUndefined();
});

test("returns a separate object for an entry of another store", async () => {
  const found = [setUp(), setUp()].map(async (entries) => {
    await entries.write("status", undefined, running);
    return (await entries.read("status", id)).entry;
  });
  const [one, other] = await Promise.all(found);
  expect(one).toEqual(other);
  expect(one).not.toBe(other);
});

test("parses a long entry each time instead of keeping it in memory", async () => {
  const entries = setUp();
  const body = { note: "x".repeat(10_000) };
  await entries.write("result", undefined, { record: { ...running.record, body } });
  const { entry } = await entries.read("result", id);
  expect((await entries.read("result", id)).entry).toEqual(entry);
  expect((await entries.read("result", id)).entry).not.toBe(entry);
});
