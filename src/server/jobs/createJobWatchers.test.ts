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

test("one poll at a time serves all listeners of a job, and a late one gets the last state at once", async () => {
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

test("watching ends with the job, and the next listener starts again", async () => {
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

test("watching ends with the last listener, with its timer and its poll", async () => {
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

test("polls through errors, ever more slowly, and not before retryAt", async () => {
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

test("a job that stays unknown is lost, and one that is unknown for a moment is not", async () => {
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
