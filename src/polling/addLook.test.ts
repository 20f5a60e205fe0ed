import { expect, test } from "vitest";
import { addLook, type JobLook } from "./addLook.ts";
import { noLooks } from "./jobLooks.ts";

const after = (...looks: JobLook[]) => looks.reduce(addLook, noLooks);
const look = (state: JobLook["state"], askedMs: number, tookMs = 100): JobLook => ({
  state,
  askedMs,
  answeredMs: askedMs + tookMs,
});

test("a job's way is kept: last seen queued, first seen processing, last seen unfinished, ended", () => {
  const seen = after(
    look("queued", 950),
    look("queued", 1_950),
    look("processing", 2_950),
    look("processing", 3_950),
    look("completed", 4_950),
  );
  expect(seen).toEqual({
    count: 5,
    queuedMs: 2_000,
    processingMs: 3_000,
    unfinishedMs: 4_000,
    endedMs: 5_000,
    failed: false,
    roundTripMs: 100,
  });
});

test("a copy of the record that lags behind does not put a job back into the queue", () => {
  const seen = after(look("processing", 950), look("queued", 1_950));
  expect(seen).toMatchObject({ queuedMs: 0, processingMs: 1_000, unfinishedMs: 2_000 });
});

test("a look that is older than what is known, ends before it begins or has no time changes nothing", () => {
  const before = after(look("queued", 950));
  for (const late of [look("processing", 500), look("processing", 2_000, -50)])
    expect(addLook(before, late)).toBe(before);
  for (const askedMs of [NaN, Infinity, -Infinity, -5_000])
    expect(addLook(before, look("completed", askedMs))).toBe(before);
});

test("the end is final, and says how it ended", () => {
  const failed = after(look("failed", 950));
  expect(failed).toMatchObject({ endedMs: 1_000, failed: true });
  expect(addLook(failed, look("completed", 1_950))).toBe(failed);
});
