import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Client, SubscribeOptions } from "../client/client.ts";
import { EaselError } from "../protocol/EaselError.ts";
import type { JobState } from "../protocol/jobState.ts";
import { streamJob } from "./streamJob.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const no = () => Promise.reject(new EaselError("internal"));

interface Stream extends SubscribeOptions {
  readonly requestId: string;
  readonly end: () => void;
  readonly fail: (error: unknown) => void;
}

/** Creates a client whose streams the test controls. It ignores signals. */
function createBackend() {
  const streams: Stream[] = [];
  const client: Client = {
    submit: no,
    getStatus: no,
    getResult: no,
    subscribe: (requestId, options) =>
      new Promise((end, fail) => void streams.push({ ...options, requestId, end, fail })),
  };
  const open = (stream: Stream) => !stream.signal?.aborted;
  return { client, streams, openStreams: () => streams.filter(open).length };
}

function follow(client: Client, requestId = "job-1") {
  const onStatus = vi.fn();
  const onAliveChange = vi.fn();
  const follower = streamJob({ client, requestId, onStatus, onAliveChange });
  follower.open();
  return { ...follower, onStatus, onAliveChange };
}

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const planned = 800;

/** Sends a job's state over a stream. */
function tell(stream: Stream | undefined, state: JobState, id = "1") {
  stream?.onStatus({ requestId: stream.requestId, state }, id);
}

test("delays polls while a stream is active, and longer after it has reported a change", async () => {
  const { client, streams } = createBackend();
  const { pollDelay, onAliveChange, onStatus } = follow(client);
  expect(pollDelay(planned)).toBe(planned);
  streams[0]?.onAlive?.();
  expect(pollDelay(planned)).toBe(2 * planned);
  tell(streams[0], "queued");
  expect(onAliveChange).toHaveBeenCalledOnce();
  expect(pollDelay(planned)).toBe(2 * planned);
  tell(streams[0], "processing", "2");
  expect(pollDelay(planned)).toBe(30_000);
  expect(pollDelay(45_000)).toBe(45_000);
  expect(onStatus.mock.lastCall).toEqual([{ requestId: "job-1", state: "processing" }]);
  const next = follow(client, "job-2");
  streams[1]?.onAlive?.();
  expect(next.pollDelay(planned)).toBe(30_000);
});

test("closes the stream when the job ends, and doesn't open another", async () => {
  const { client, streams, openStreams } = createBackend();
  const { open } = follow(client);
  tell(streams[0], "completed");
  expect(openStreams()).toBe(0);
  await pass();
  open();
  expect(streams).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

test("reopens a broken stream after a delay, with the last event ID", async () => {
  const { client, streams } = createBackend();
  const { open, pollDelay, onAliveChange } = follow(client);
  tell(streams[0], "queued", "7");
  streams[0]?.fail(new EaselError("network"));
  await pass();
  expect(pollDelay(planned)).toBe(planned);
  expect(onAliveChange).toHaveBeenCalledTimes(2);
  open();
  expect(streams).toHaveLength(1);
  await pass(2_000);
  open();
  expect(streams[1]?.lastEventId).toBe("7");
  streams[1]?.fail(new EaselError("network"));
  await pass(2_000);
  open();
  expect(streams).toHaveLength(2);
  await pass(2_000);
  open();
  expect(streams).toHaveLength(3);
});

test.each([-3_600_000, 3_600_000])(
  "reopens a stream at the same time if the system clock changes by %i ms",
  async (changeMs) => {
    const { client, streams } = createBackend();
    const { open } = follow(client);
    streams[0]?.fail(new EaselError("network", { retryAt: Date.now() + 1e12 }));
    await pass();
    vi.setSystemTime(Date.now() + changeMs);
    await pass(599_999);
    open();
    expect(streams).toHaveLength(1);
    await pass(1);
    open();
    expect(streams).toHaveLength(2);
  },
);

test("treats a stream that ends before its job as broken", async () => {
  const { client, streams } = createBackend();
  const { open, pollDelay } = follow(client);
  tell(streams[0], "processing");
  streams[0]?.end();
  await pass(2_000);
  expect(pollDelay(planned)).toBe(planned);
  open();
  expect(streams).toHaveLength(2);
});

test("closes a stream after it misses two keep-alive messages", async () => {
  const { client, streams, openStreams } = createBackend();
  const { pollDelay } = follow(client);
  streams[0]?.onAlive?.();
  await pass(30_000);
  streams[0]?.onAlive?.();
  await pass(31_000);
  expect(pollDelay(planned)).toBeGreaterThan(planned);
  await pass(2_000);
  expect(pollDelay(planned)).toBe(planned);
  expect(openStreams()).toBe(0);
});

test("opens no stream for ten minutes after two silent ones", async () => {
  const { client, streams } = createBackend();
  const { open, pollDelay } = follow(client);
  await pass(4_999);
  expect(pollDelay(planned)).toBe(planned);
  await pass(10_000);
  open();
  await pass(10_000);
  expect(streams).toHaveLength(2);
  follow(client, "job-2");
  await pass(590_000);
  open();
  expect(streams).toHaveLength(2);
  await pass(10_000);
  open();
  expect(streams).toHaveLength(3);
});

test.each(["not_found", "bad_answer", "refused", "job_not_found"] as const)(
  "stops opening streams if the backend responds with %s",
  async (code) => {
    const { client, streams } = createBackend();
    const { open } = follow(client);
    streams[0]?.fail(new EaselError(code));
    await pass(10_000);
    open();
    streams[1]?.fail(new EaselError(code));
    await pass(300_000);
    open();
    expect(streams).toHaveLength(2);
  },
);

test("doesn't count network and sign-in errors, and waits for the retry time", async () => {
  const { client, streams } = createBackend();
  const { open } = follow(client);
  for (let times = 0; times < 5; times += 1) {
    streams.at(-1)?.fail(new EaselError(times % 2 ? "network" : "unauthorized"));
    await pass(60_000);
    open();
  }
  expect(streams).toHaveLength(6);
  streams.at(-1)?.fail(new EaselError("rate_limited", { retryAt: Date.now() + 90_000 }));
  await pass(89_000);
  open();
  expect(streams).toHaveLength(6);
  await pass(1_000);
  open();
  expect(streams).toHaveLength(7);
});

test("stops opening streams that report less than polls", async () => {
  const { client, streams } = createBackend();
  for (const id of ["job-1", "job-2"]) {
    const { notePoll } = follow(client, id);
    tell(streams.at(-1), "queued");
    notePoll("processing");
    notePoll("completed");
    await pass();
  }
  follow(client, "job-3");
  expect(streams).toHaveLength(2);
});

test("opens at most two streams, and the next when one ends", async () => {
  const { client, streams, openStreams } = createBackend();
  const followers = Array.from({ length: 200 }, (_, index) => follow(client, `job-${index}`));
  expect(streams).toHaveLength(2);
  followers[0]?.close();
  await pass();
  for (const { open } of followers) open();
  expect(openStreams()).toBe(2);
  expect(streams.map(({ requestId }) => requestId)).toEqual(["job-0", "job-1", "job-2"]);
  for (const { close } of followers) close();
  await pass();
  expect(vi.getTimerCount()).toBe(0);
});

test("closes the stream on pagehide, and reopens it when the page returns", async () => {
  const window = new EventTarget();
  vi.stubGlobal("addEventListener", window.addEventListener.bind(window));
  vi.stubGlobal("removeEventListener", window.removeEventListener.bind(window));
  const { client, streams, openStreams } = createBackend();
  const { open } = follow(client);
  tell(streams[0], "queued", "1");
  window.dispatchEvent(new Event("pagehide"));
  await pass();
  expect(openStreams()).toBe(0);
  open();
  expect(streams[1]?.lastEventId).toBe("1");
});

test("does nothing for a client without streams", () => {
  const { pollDelay, onAliveChange } = follow({ submit: no, getStatus: no, getResult: no });
  expect(pollDelay(planned)).toBe(planned);
  expect(onAliveChange).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
