import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EaselError } from "../../protocol/EaselError.ts";
import type { JobState } from "../../protocol/jobState.ts";
import type { PolledJob } from "./createJobEntries.ts";
import { createJobWatchers, type JobListener } from "./createJobWatchers.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const seen = (state: JobState): PolledJob => ({
  record: { requestId: "job", state },
  ...(state === "completed" ? {} : { waitMs: 1_000 }),
});

function setUp() {
  let state: JobState = "queued";
  const poll = vi.fn<(signal: AbortSignal) => Promise<PolledJob>>(async () => seen(state));
  const watch = createJobWatchers();
  const listen = () => {
    const listener = {
      onPoll: vi.fn<JobListener["onPoll"]>(),
      onLost: vi.fn<JobListener["onLost"]>(),
    };
    return { ...listener, unsubscribe: watch("job", poll, listener) };
  };
  return { poll, listen, become: (next: JobState) => void (state = next) };
}

test("polls once for all listeners to a job, and passes the last state to a late listener", async () => {
  const { poll, listen } = setUp();
  const [first, second] = [listen(), listen()];
  await vi.advanceTimersByTimeAsync(0);
  const third = listen();
  expect(poll).toHaveBeenCalledTimes(1);
  for (const { onPoll } of [first, second, third]) expect(onPoll).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(poll).toHaveBeenCalledTimes(2);
  expect(third.onPoll).toHaveBeenCalledTimes(2);
});

test("stops watching when the job ends, and starts again for the next listener", async () => {
  const { poll, listen, become } = setUp();
  become("completed");
  const first = listen();
  await vi.advanceTimersByTimeAsync(0);
  expect(first.onPoll).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
  const next = listen();
  first.unsubscribe();
  const joined = listen();
  await vi.advanceTimersByTimeAsync(0);
  expect(poll).toHaveBeenCalledTimes(2);
  for (const { onPoll } of [next, joined]) expect(onPoll).toHaveBeenCalledTimes(1);
});

test("stops the timer and the poll when the last listener unsubscribes", async () => {
  const { poll, listen } = setUp();
  const [first, second] = [listen(), listen()];
  await vi.advanceTimersByTimeAsync(0);
  first.unsubscribe();
  expect(vi.getTimerCount()).toBe(1);
  second.unsubscribe();
  second.unsubscribe();
  expect(vi.getTimerCount()).toBe(0);
  expect(poll.mock.calls[0]?.[0].aborted).toBe(true);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(poll).toHaveBeenCalledTimes(1);
});

test("keeps polling after errors with increasing delays, and not before retryAt", async () => {
  const { poll, listen, become } = setUp();
  poll.mockRejectedValueOnce(new EaselError("upstream_unavailable"));
  poll.mockRejectedValueOnce(
    new EaselError("upstream_unavailable", { retryAt: Date.now() + 60_000 }),
  );
  become("completed");
  const { onPoll, onLost } = listen();
  await vi.advanceTimersByTimeAsync(59_999);
  expect(poll).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(onPoll).toHaveBeenCalledTimes(1);
  expect(onLost).not.toHaveBeenCalled();
});

test("reports a job as lost only if it stays unknown", async () => {
  const { poll, listen } = setUp();
  const gone = new EaselError("job_not_found");
  for (let times = 0; times < 3; times += 1) poll.mockRejectedValueOnce(gone);
  const { onLost, onPoll } = listen();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(onLost).not.toHaveBeenCalled();
  expect(onPoll).toHaveBeenCalled();
  poll.mockRejectedValue(gone);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onLost.mock.calls).toEqual([[gone]]);
  expect(vi.getTimerCount()).toBe(0);
});
