import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { emptyPollHistory, readPollHistory } from "../../polling/pollHistory.ts";
import { noObservations, type PollObservations } from "../../polling/pollObservations.ts";
import type { HandlerEvent } from "../events/handlerEvent.ts";
import { memoryStore } from "../stores/memoryStore.ts";
import { createPollHistories } from "./createPollHistories.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
});

afterEach(() => {
  vi.useRealTimers();
});

const key = "history:sdxl-torch";
const endedAfter = (endedMs: number): PollObservations => ({
  ...noObservations,
  count: 2,
  unfinishedMs: endedMs - 500,
  processingMs: 1_000,
  endedMs,
});

function setUp() {
  const store = memoryStore();
  const events: HandlerEvent[] = [];
  const create = () => createPollHistories(store, (event) => void events.push(event));
  const stored = async () => readPollHistory(JSON.parse((await store.get(key)) ?? "null"));
  return { store, events, create, stored };
}

test("shares a history among instances", async () => {
  const { create } = setUp();
  const [one, other] = [create(), create()];
  await one.learn("sdxl-torch", endedAfter(8_000), undefined);
  await one.learn("sdxl-torch", endedAfter(9_000), undefined);
  expect((await one.of("sdxl-torch")).jobs.map(([, to]) => to)).toEqual([8_000, 9_000]);
  expect(await other.of("sdxl-torch")).toEqual(await one.of("sdxl-torch"));
  expect(await other.of("sd-2-1")).toEqual(emptyPollHistory);
});

test("reads a history from memory for 30 seconds, then from the store", async () => {
  const { create, store } = setUp();
  const [one, other] = [create(), create()];
  const get = vi.spyOn(store, "get");
  await one.of("sdxl-torch");
  await other.learn("sdxl-torch", endedAfter(8_000), undefined);
  const before = get.mock.calls.length;
  vi.advanceTimersByTime(29_999);
  expect((await one.of("sdxl-torch")).jobs).toEqual([]);
  expect(get.mock.calls).toHaveLength(before);
  vi.advanceTimersByTime(1);
  expect((await one.of("sdxl-torch")).jobs).toHaveLength(1);
});

test("keeps all jobs that end at the same time, as long as retries remain", async () => {
  const { create, stored } = setUp();
  const instances = [create(), create(), create()];
  await Promise.all(
    instances.map((each, index) => each.learn("sdxl-torch", endedAfter(8_000 + index), undefined)),
  );
  expect((await stored()).jobs.map(([, to]) => to).toSorted((a, b) => a - b)).toEqual([
    8_000, 8_001, 8_002,
  ]);
});

test("drops a job after repeated write conflicts without reporting it", async () => {
  const { create, store, events } = setUp();
  const add = vi.spyOn(store, "add").mockResolvedValue(false);
  await create().learn("sdxl-torch", endedAfter(8_000), undefined);
  expect(add).toHaveBeenCalledTimes(3);
  expect(events).toEqual([]);
});

test("replaces a damaged entry", async () => {
  const { create, store, stored } = setUp();
  await store.add(key, '{"version":1,"jo', 1_000_000);
  const histories = create();
  expect(await histories.of("sdxl-torch")).toEqual(emptyPollHistory);
  await histories.learn("sdxl-torch", endedAfter(8_000), undefined);
  expect((await stored()).jobs).toHaveLength(1);
});

test("uses the last history while the store is down, without reading the store each time", async () => {
  const { create, store, events } = setUp();
  const histories = create();
  await histories.learn("sdxl-torch", endedAfter(8_000), undefined);
  vi.advanceTimersByTime(30_000);
  const get = vi.spyOn(store, "get").mockRejectedValue(new Error("no connection"));
  expect((await histories.of("sdxl-torch")).jobs).toHaveLength(1);
  expect((await histories.of("sdxl-torch")).jobs).toHaveLength(1);
  expect(get).toHaveBeenCalledTimes(1);
  await histories.learn("sdxl-torch", endedAfter(9_000), undefined);
  expect(events.map((event) => event.type === "error" && event.where)).toEqual(["store", "store"]);
});
