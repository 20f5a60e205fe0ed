import { expect, test } from "vitest";
import { learnedTimes } from "./learnedTimes.ts";
import { emptyPollHistory, type PollHistory } from "./pollHistory.ts";

const historyOf = (...seconds: readonly number[]): PollHistory => ({
  ...emptyPollHistory,
  jobs: seconds.map((s) => [s * 1_000 - 100, s * 1_000 + 100, 50, s * 1_000, 0, 0]),
});

test("returns undefined for two jobs", () => {
  expect(learnedTimes(historyOf(4, 8))).toBeUndefined();
});

test("returns the quantiles of the observed durations", () => {
  const times = learnedTimes(historyOf(6, 4, 8, 5, 7, 6, 5, 6, 7, 6));
  expect(times).toEqual({ quickMs: 5_000, typicalMs: 6_000, slowMs: 8_000 });
});

test("keeps the slow duration well above the typical one even if all jobs took the same time", () => {
  expect(learnedTimes(historyOf(6, 6, 6, 6))).toEqual({
    quickMs: 6_000,
    typicalMs: 6_000,
    slowMs: 7_800,
  });
});

test("ignores all but the newest jobs", () => {
  const slow = Array.from({ length: 30 }, () => 60);
  const quick = Array.from({ length: 20 }, () => 5);
  expect(learnedTimes(historyOf(...slow, ...quick))?.slowMs).toBeLessThan(7_000);
});
