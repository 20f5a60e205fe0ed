import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EaselError } from "../../protocol/EaselError.ts";
import type { JobState } from "../../protocol/jobState.ts";
import { createWatchers, type Listener } from "./createWatchers.ts";
import type { PolledJob } from "./jobEntry.ts";

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
  const look = vi.fn<(signal: AbortSignal) => Promise<PolledJob>>(async () => seen(state));
  const watch = createWatchers();
  const listen = () => {
    const listener = { onLook: vi.fn<Listener["onLook"]>(), onLost: vi.fn<Listener["onLost"]>() };
    return { ...listener, leave: watch("job", look, listener) };
  };
  return { look, listen, become: (next: JobState) => void (state = next) };
}

test("many listeners of a job are told by one look at a time, and a late one at once", async () => {
  const { look, listen } = setUp();
  const [first, second] = [listen(), listen()];
  await vi.advanceTimersByTimeAsync(0);
  const third = listen();
  expect(look).toHaveBeenCalledTimes(1);
  for (const { onLook } of [first, second, third]) expect(onLook).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(look).toHaveBeenCalledTimes(2);
  expect(third.onLook).toHaveBeenCalledTimes(2);
});

test("it ends with the job, and the next who listens begins anew", async () => {
  const { look, listen, become } = setUp();
  become("completed");
  const first = listen();
  await vi.advanceTimersByTimeAsync(0);
  expect(first.onLook).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
  const next = listen();
  first.leave();
  const joined = listen();
  await vi.advanceTimersByTimeAsync(0);
  expect(look).toHaveBeenCalledTimes(2);
  for (const { onLook } of [next, joined]) expect(onLook).toHaveBeenCalledTimes(1);
});

test("it ends when the last has gone, with its timer and its look", async () => {
  const { look, listen } = setUp();
  const [first, second] = [listen(), listen()];
  await vi.advanceTimersByTimeAsync(0);
  first.leave();
  expect(vi.getTimerCount()).toBe(1);
  second.leave();
  second.leave();
  expect(vi.getTimerCount()).toBe(0);
  expect(look.mock.calls[0]?.[0].aborted).toBe(true);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(look).toHaveBeenCalledTimes(1);
});

test("it goes on through errors, ever more slowly, and not before it is told to", async () => {
  const { look, listen, become } = setUp();
  look.mockRejectedValueOnce(new EaselError("upstream_unavailable"));
  look.mockRejectedValueOnce(
    new EaselError("upstream_unavailable", { retryAt: Date.now() + 60_000 }),
  );
  become("completed");
  const { onLook, onLost } = listen();
  await vi.advanceTimersByTimeAsync(59_999);
  expect(look).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(onLook).toHaveBeenCalledTimes(1);
  expect(onLost).not.toHaveBeenCalled();
});

test("a job that stays unknown is lost, and one that is unknown for a moment is not", async () => {
  const { look, listen } = setUp();
  const gone = new EaselError("job_not_found");
  for (let times = 0; times < 3; times += 1) look.mockRejectedValueOnce(gone);
  const { onLost, onLook } = listen();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(onLost).not.toHaveBeenCalled();
  expect(onLook).toHaveBeenCalled();
  look.mockRejectedValue(gone);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onLost.mock.calls).toEqual([[gone]]);
  expect(vi.getTimerCount()).toBe(0);
});
