import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BackendJob } from "../backends/backend.ts";
import type { HandlerEvent } from "../events/handlerEvent.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";
import type { EndedJob } from "../options/hookEvents.ts";
import { createWriteBack } from "../stores/createWriteBack.ts";
import { memoryStore } from "../stores/memoryStore.ts";
import { createBackground } from "../timing/createBackground.ts";
import { createEndReporter, retryPausesMs } from "./createEndReporter.ts";
import { createSubmitRecords } from "./createSubmitRecords.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const requestId = "job-1";
const job = {
  id: "4f6c0c7e-8a39-4c55-9f2b-0d8c3a0d7f11",
  requestId,
  modelId: "sdxl-torch",
  issuedAt: 0,
  userId: "ada",
  mark: "mark",
};
const record: BackendJob = { requestId, state: "completed" };
const halfHourMs = retryPausesMs.at(-1) ?? 0;
const maxTries = retryPausesMs.length + 1;

/** Processes that share a store and one `onJobEnd`, which fails until it is changed. */
function setUp() {
  const store = memoryStore();
  const events: HandlerEvent[] = [];
  const onJobEnd = vi.fn<(job: EndedJob) => void | Promise<void>>(() => {
    throw new Error("the database is down");
  });
  const readResult = vi.fn(async (): Promise<BackendJob> => record);
  const startProcess = () => {
    const background = createBackground();
    const report = (event: HandlerEvent): void => void events.push(event);
    const writeBack = createWriteBack(background, report);
    const hooks = { onJobEnd } as Partial<HandlerOptions> as HandlerOptions;
    const shared = { background, hooks, report, store, ticketLifeMs: 86_400_000 };
    const submitRecords = createSubmitRecords({ ...shared, writeBack });
    const reportEnd = createEndReporter(shared, submitRecords);
    return {
      poll: () => reportEnd(job, record, readResult),
      stop: () => background.stop(),
    };
  };
  const abandoned = () => events.filter(({ type }) => type === "abandoned");
  return { store, onJobEnd, readResult, startProcess, events, abandoned };
}

/** Ends a process without a word: its timers never fire. */
function kill() {
  const now = Date.now();
  vi.clearAllTimers();
  // Clearing also resets the clock.
  vi.advanceTimersByTime(now - Date.now());
}

test("retries in the background up to six calls, and then abandons the job in all processes", async () => {
  const { onJobEnd, startProcess, events, abandoned } = setUp();
  const { poll } = startProcess();
  await poll();
  for (const [index, pauseMs] of retryPausesMs.entries()) {
    await vi.advanceTimersByTimeAsync(pauseMs - 1);
    expect([onJobEnd.mock.calls.length, abandoned()]).toEqual([index + 1, []]);
    await vi.advanceTimersByTimeAsync(1);
    expect(onJobEnd).toHaveBeenCalledTimes(index + 2);
  }
  const { id, mark, modelId: model } = job;
  const end = { type: "abandoned", hook: "onJobEnd", id, model, tries: maxTries, job: mark };
  expect(abandoned()).toEqual([end]);
  expect(events).toHaveLength(maxTries + 1);
  await vi.advanceTimersByTimeAsync(2 * halfHourMs);
  await poll();
  await startProcess().poll();
  expect(onJobEnd).toHaveBeenCalledTimes(maxTries);
  expect(abandoned()).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

test("makes no additional calls for polls between retries", async () => {
  const { onJobEnd, startProcess } = setUp();
  const [first, second] = [startProcess(), startProcess()];
  await Promise.all([first.poll(), second.poll()]);
  for (const [index, pauseMs] of retryPausesMs.entries()) {
    await vi.advanceTimersByTimeAsync(pauseMs / 2);
    await Promise.all([first.poll(), second.poll()]);
    expect(onJobEnd).toHaveBeenCalledTimes(index + 1);
    await vi.advanceTimersByTimeAsync(pauseMs / 2);
  }
  expect(onJobEnd).toHaveBeenCalledTimes(maxTries);
});

test("continues the count at the next poll after a process dies between retries", async () => {
  const { onJobEnd, startProcess, abandoned } = setUp();
  await startProcess().poll();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(onJobEnd).toHaveBeenCalledTimes(2);
  kill();
  const { poll } = startProcess();
  await poll();
  expect(onJobEnd).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(60_000);
  await poll();
  expect(onJobEnd).toHaveBeenCalledTimes(3);
  await vi.advanceTimersByTimeAsync(3 * halfHourMs);
  expect(onJobEnd).toHaveBeenCalledTimes(maxTries);
  expect(abandoned()).toMatchObject([{ tries: maxTries }]);
});

test("counts a call that crashes the process", async () => {
  const { onJobEnd, startProcess, abandoned } = setUp();
  onJobEnd.mockReturnValue(new Promise(() => undefined));
  for (let tries = 1; tries <= maxTries; tries += 1) {
    void startProcess().poll();
    await vi.advanceTimersByTimeAsync(0);
    expect(onJobEnd).toHaveBeenCalledTimes(tries);
    kill();
    vi.advanceTimersByTime(300_000);
  }
  await startProcess().poll();
  expect(onJobEnd).toHaveBeenCalledTimes(maxTries);
  expect(abandoned()).toMatchObject([{ tries: maxTries }]);
});

test("fails a call that never settles within five minutes, and retries it", async () => {
  const { onJobEnd, startProcess, events } = setUp();
  onJobEnd.mockReturnValueOnce(new Promise(() => undefined)).mockReturnValueOnce(undefined);
  void startProcess().poll();
  await vi.advanceTimersByTimeAsync(300_000);
  expect(onJobEnd).toHaveBeenCalledTimes(2);
  expect(events).toMatchObject([{ type: "error", where: "onJobEnd" }]);
});

test("stops retrying when the process shuts down, so that the next poll can retry immediately", async () => {
  const { onJobEnd, startProcess } = setUp();
  const { poll, stop } = startProcess();
  await poll();
  await stop();
  expect(vi.getTimerCount()).toBe(0);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(onJobEnd).toHaveBeenCalledTimes(1);
  onJobEnd.mockReturnValue(undefined);
  await startProcess().poll();
  await startProcess().poll();
  expect(onJobEnd).toHaveBeenCalledTimes(2);
});

test("doesn't count a retry if the result can't be read", async () => {
  const { onJobEnd, readResult, startProcess } = setUp();
  await startProcess().poll();
  readResult.mockRejectedValueOnce(new Error("no connection"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(onJobEnd).toHaveBeenCalledTimes(1);
  onJobEnd.mockReturnValue(undefined);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(onJobEnd).toHaveBeenCalledTimes(2);
});

test("continues to retry after a store outage", async () => {
  const { store, onJobEnd, startProcess, events } = setUp();
  await startProcess().poll();
  onJobEnd.mockReturnValue(undefined);
  const get = vi.spyOn(store, "get").mockRejectedValueOnce(new Error("no connection"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect([get.mock.calls.length, onJobEnd.mock.calls.length]).toEqual([1, 1]);
  expect(events.at(-1)).toMatchObject({ type: "error", where: "store" });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(onJobEnd).toHaveBeenCalledTimes(2);
});

test.each([
  ["done", 0],
  ['{"v":1,"state":"done","tries":1}', 0],
  ['{"v":1,"state":"abandoned","tries":6}', 0],
  ['{"v":1,"state":"pending","tries":6}', 0],
  ['{"v":1,"state":"pending","tries":5}', 1],
  ['{"v":2,"state":"done"}', 1],
  ['{"v":1,"state":"pending","tries":null}', 1],
  ['{"v":1,"state":7,"tries":1}', 1],
  ["null", 1],
  ["[]", 1],
  ["{", 1],
])("reads the entry %j or treats it as absent", async (entry, calls) => {
  const { store, onJobEnd, startProcess } = setUp();
  await store.add(`ended:${requestId}`, entry, 3_600_000);
  await startProcess().poll();
  expect(onJobEnd).toHaveBeenCalledTimes(calls);
});

test.each(['{"user":{"userId":"bob"}}', "null", "{", '{"user":null}'])(
  "passes the user ID with a damaged submit record %j",
  async (kept) => {
    const { store, onJobEnd, startProcess } = setUp();
    onJobEnd.mockReturnValue(undefined);
    await store.add(`submit:${requestId}`, kept, 3_600_000);
    await startProcess().poll();
    expect(onJobEnd.mock.calls[0]?.[0].user).toEqual({ userId: "ada" });
  },
);
