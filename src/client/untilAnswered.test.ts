import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { untilAnswered } from "./untilAnswered.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = () => new Promise<never>(() => {});

test("returns the response and clears the timer", async () => {
  const answer = untilAnswered(async () => "here", { timeoutMs: 1_000, signal: undefined });
  await expect(answer).resolves.toBe("here");
  expect(vi.getTimerCount()).toBe(0);
});

test("rejects after the timeout, and aborts the request", async () => {
  let requestSignal: AbortSignal | undefined;
  const answer = untilAnswered(
    (signal) => {
      requestSignal = signal;
      return never();
    },
    { timeoutMs: 1_000, signal: undefined },
  );
  const ending = expect(answer).rejects.toMatchObject({ code: "network" });
  await vi.advanceTimersByTimeAsync(999);
  expect(requestSignal?.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await ending;
  expect(requestSignal?.aborted).toBe(true);
});

test("rejects immediately when the caller aborts", async () => {
  const caller = new AbortController();
  const answer = untilAnswered(never, { timeoutMs: 1_000, signal: caller.signal });
  caller.abort();
  await expect(answer).rejects.toMatchObject({ name: "AbortError" });
  expect(vi.getTimerCount()).toBe(0);
});
