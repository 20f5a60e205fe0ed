import { expect, test, vi } from "vitest";
import type { Client } from "../client/client.ts";
import { learn } from "../polling/learn.ts";
import { emptyPollHistory, type PollHistory } from "../polling/pollHistory.ts";
import { noObservations, type PollObservations } from "../polling/pollObservations.ts";
import { runJob } from "../runtime/runJob.ts";
import { createLedger } from "./createLedger.ts";
import { createPollMemory } from "./createPollMemory.ts";
import type { LedgerStorage } from "./ledgerStorage.ts";
import { memoryStorage } from "./memoryStorage.ts";

/** Observations of a job that took about `ms` milliseconds. */
const took = (ms: number): PollObservations => ({
  ...noObservations,
  count: 2,
  unfinishedMs: ms - 200,
  endedMs: ms + 200,
});

const ended = (looks: PollObservations) => (history: PollHistory) => learn(history, looks);

const durations = (memory: ReturnType<typeof createPollMemory>, modelId: string) =>
  memory.recall(modelId).jobs.map(([from, to]) => (from + to) / 2);

/** Creates a storage that returns promises, like IndexedDB. */
function slowStorage(kept = memoryStorage()): LedgerStorage {
  return {
    entries: async (prefix) => kept.entries(prefix),
    set: async (key, text) => kept.set(key, text),
    remove: async (key) => kept.remove(key),
  };
}

test("reads an earlier page's history, by model and name", () => {
  const storage = memoryStorage();
  const first = createPollMemory({ storage, name: "ada" });
  first.update("sdxl-torch", ended(took(6_000)));
  first.update("sdxl-torch", ended(took(7_000)));
  first.update("sd21-txt2img", ended(took(2_000)));
  const next = createPollMemory({ storage, name: "ada" });
  expect(durations(next, "sdxl-torch")).toEqual([6_000, 7_000]);
  expect(durations(next, "sd21-txt2img")).toEqual([2_000]);
  expect(createPollMemory({ storage, name: "bob" }).recall("sdxl-torch")).toBe(emptyPollHistory);
});

test("isn't read by a ledger with the same storage", async () => {
  const storage = memoryStorage();
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  createPollMemory({ storage, name: "ada" }).update("sdxl-torch", ended(took(6_000)));
  expect(createLedger({ storage, name: "ada" }).list()).toEqual([]);
  expect(warn).not.toHaveBeenCalled();
  expect(await storage.entries("")).toHaveLength(1);
});

test("keeps durations learned before the storage responded", async () => {
  const kept = memoryStorage();
  createPollMemory({ storage: kept }).update("sdxl-torch", ended(took(6_000)));
  const memory = createPollMemory({ storage: slowStorage(kept) });
  memory.update("sdxl-torch", ended(took(7_000)));
  await vi.waitFor(() => expect(durations(memory, "sdxl-torch")).toEqual([6_000, 7_000]));
  expect(durations(createPollMemory({ storage: kept }), "sdxl-torch")).toEqual([6_000, 7_000]);
});

test.each(["{", "null", "[]", '{"version":9,"jobs":[]}', '{"version":1,"jobs":[[1]]}'])(
  "starts with an empty history if the stored text is %s",
  async (text) => {
    const storage = memoryStorage();
    createPollMemory({ storage }).update("sdxl-torch", ended(took(6_000)));
    for (const [key] of await storage.entries("")) storage.set(key, text);
    const memory = createPollMemory({ storage });
    expect(memory.recall("sdxl-torch")).toBe(emptyPollHistory);
    memory.update("sdxl-torch", ended(took(7_000)));
    expect(durations(createPollMemory({ storage }), "sdxl-torch")).toEqual([7_000]);
  },
);

test("continues silently without a working storage", () => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  const no = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const memory = createPollMemory({ storage: { entries: no, set: no, remove: no } });
  memory.update("sdxl-torch", ended(took(6_000)));
  expect(durations(memory, "sdxl-torch")).toEqual([6_000]);
  expect(warn).not.toHaveBeenCalled();
});

test("stores nothing if the history didn't change", async () => {
  const storage = memoryStorage();
  createPollMemory({ storage }).update("sdxl-torch", ended(noObservations));
  expect(await storage.entries("")).toEqual([]);
});

test("applies another tab's history, and ignores a damaged one", () => {
  const [one, other] = [createPollMemory(), createPollMemory()];
  one.update("sdxl-torch", ended(took(6_000)));
  other.receive("sdxl-torch", structuredClone(one.recall("sdxl-torch")));
  other.receive("sdxl-torch", { version: 2 });
  expect(durations(other, "sdxl-torch")).toEqual([6_000]);
});

test("keeps the most recent models", async () => {
  const storage = memoryStorage();
  const memory = createPollMemory({ storage });
  for (let index = 0; index < 50; index += 1) memory.update(`model-${index}`, ended(took(6_000)));
  expect(await storage.entries("")).toHaveLength(40);
  expect(durations(memory, "model-49")).toHaveLength(1);
  expect(durations(memory, "model-0")).toEqual([]);
});

test("runJob uses the history to schedule polls, and adds to it", async () => {
  vi.useFakeTimers();
  const memory = createPollMemory();
  for (let times = 0; times < 10; times += 1) memory.update("sdxl-torch", ended(took(20_000)));
  const begun = Date.now();
  const looks: number[] = [];
  const client: Client = {
    submit: async () => ({ requestId: "job-1", state: "queued" }),
    getStatus: async (requestId) => {
      looks.push(Date.now() - begun);
      return { requestId, state: Date.now() - begun > 20_000 ? "completed" : "queued" };
    },
    getResult: async (requestId) => ({ requestId, images: [], body: {} }),
  };
  const running = runJob(client, "sdxl-torch", {}, { memory });
  await vi.advanceTimersByTimeAsync(60_000);
  await running;
  vi.useRealTimers();
  expect(looks.some((at) => at > 19_000 && at < 21_500)).toBe(true);
  expect(memory.recall("sdxl-torch").jobs).toHaveLength(11);
});
