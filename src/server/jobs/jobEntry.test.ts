import { expect, test } from "vitest";
import { memoryStore } from "../stores/memoryStore.ts";
import { readEntry, writeEntry } from "./jobEntry.ts";
import type { JobEntry } from "./jobEntryFormat.ts";

const id = "2c7f59ea-13f1-402c-9353-915a2b5a2124";
const running: JobEntry = { record: { requestId: id, state: "processing" }, nextAt: 1 };

test("an entry is the same object as long as the same text stands in the store", async () => {
  const store = memoryStore();
  await writeEntry(store, "status", undefined, running);
  const first = await readEntry(store, "status", id);
  expect(first.entry).toEqual(running);
  expect((await readEntry(store, "status", id)).entry).toBe(first.entry);

  const ended: JobEntry = { record: { requestId: id, state: "completed" } };
  await writeEntry(store, "status", first.text, ended);
  expect((await readEntry(store, "status", id)).entry).toEqual(ended);
  expect((await readEntry(store, "result", id)).entry).toBeUndefined();
});

test("another store's entry is another object", async () => {
  const stores = [memoryStore(), memoryStore()];
  const entries = stores.map(async (store) => {
    await writeEntry(store, "status", undefined, running);
    return (await readEntry(store, "status", id)).entry;
  });
  const [one, other] = await Promise.all(entries);
  expect(one).toEqual(other);
  expect(one).not.toBe(other);
});

test("a long entry is read anew and does not stay in memory", async () => {
  const store = memoryStore();
  const body = { note: "x".repeat(10_000) };
  await writeEntry(store, "result", undefined, { record: { ...running.record, body } });
  const { entry } = await readEntry(store, "result", id);
  expect((await readEntry(store, "result", id)).entry).toEqual(entry);
  expect((await readEntry(store, "result", id)).entry).not.toBe(entry);
});
