import { expect, test } from "vitest";
import { addObservation, type JobObservation } from "./addObservation.ts";
import { noObservations } from "./pollObservations.ts";

const after = (...list: JobObservation[]) => list.reduce(addObservation, noObservations);
const observe = (
  state: JobObservation["state"],
  askedMs: number,
  tookMs = 100,
): JobObservation => ({
  state,
  askedMs,
  answeredMs: askedMs + tookMs,
});

test("records when the job was last queued, first processing, last pending, and ended", () => {
  const observations = after(
    observe("queued", 950),
    observe("queued", 1_950),
    observe("processing", 2_950),
    observe("processing", 3_950),
    observe("completed", 4_950),
  );
  expect(observations).toEqual({
    count: 5,
    queuedMs: 2_000,
    processingMs: 3_000,
    unfinishedMs: 4_000,
    endedMs: 5_000,
    failed: false,
    roundTripMs: 100,
  });
});

test("ignores a stale replica that reports a processing job as queued", () => {
  const observations = after(observe("processing", 950), observe("queued", 1_950));
  expect(observations).toMatchObject({ queuedMs: 0, processingMs: 1_000, unfinishedMs: 2_000 });
});

test("ignores an observation that is out of date, ends before it starts, or has no valid time", () => {
  const before = after(observe("queued", 950));
  for (const late of [observe("processing", 500), observe("processing", 2_000, -50)])
    expect(addObservation(before, late)).toBe(before);
  for (const askedMs of [NaN, Infinity, -Infinity, -5_000])
    expect(addObservation(before, observe("completed", askedMs))).toBe(before);
});

test("keeps the first final state", () => {
  const failed = after(observe("failed", 950));
  expect(failed).toMatchObject({ endedMs: 1_000, failed: true });
  expect(addObservation(failed, observe("completed", 1_950))).toBe(failed);
});
