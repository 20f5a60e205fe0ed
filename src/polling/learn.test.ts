import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addObservation } from "./addObservation.ts";
import { learn } from "./learn.ts";
import { nextPollDelay } from "./nextPollDelay.ts";
import { emptyPollHistory, readPollHistory, type PollHistory } from "./pollHistory.ts";
import { noObservations, type PollObservations } from "./pollObservations.ts";

const seeded = { seed: 20_260_102, numRuns: 300 };

/** Creates observations of a job that ended between two times. */
const ended = (
  unfinishedMs: number,
  endedMs: number,
  more: Partial<PollObservations> = {},
): PollObservations => ({
  ...noObservations,
  count: 2,
  unfinishedMs,
  processingMs: unfinishedMs,
  endedMs,
  roundTripMs: 100,
  ...more,
});

const anyObservations = fc
  .record({
    unfinishedMs: fc.integer({ min: 0, max: 400_000 }),
    lastMs: fc.integer({ min: 1, max: 60_000 }),
    queuedShare: fc.double({ min: 0, max: 1, noNaN: true }),
    failed: fc.boolean(),
    roundTripMs: fc.integer({ min: 0, max: 5_000 }),
  })
  .map(({ unfinishedMs, lastMs, queuedShare, failed, roundTripMs }) =>
    ended(unfinishedMs, unfinishedMs + lastMs, {
      queuedMs: Math.round(unfinishedMs * queuedShare),
      failed,
      roundTripMs,
    }),
  );

const anyTime = fc.oneof(
  fc.constant(undefined),
  fc.double({ min: -10, max: 700 }),
  fc.constantFrom(NaN, Infinity, -Infinity),
);
const anyMetrics = fc.record({ inferenceTime: anyTime, totalTime: anyTime });

const anyHistory = fc
  .array(fc.tuple(anyObservations, anyMetrics), { maxLength: 90 })
  .map((jobs) =>
    jobs.reduce(
      (history, [observations, metrics]) => learn(history, observations, metrics),
      emptyPollHistory,
    ),
  );

/** Watches consecutive jobs in virtual time. Returns each job's number of polls and delay, and the final history. */
function watch(durations: readonly number[], start: PollHistory = emptyPollHistory) {
  let history = start;
  const jobs = durations.map((endsAt) => {
    let observations = noObservations;
    let elapsedMs = 50;
    while (observations.endedMs === 0) {
      const askedMs = elapsedMs + nextPollDelay({ elapsedMs, history, observations });
      elapsedMs = askedMs + 100;
      const state = askedMs + 50 < endsAt ? "processing" : "completed";
      observations = addObservation(observations, { state, askedMs, answeredMs: elapsedMs });
    }
    history = learn(history, observations);
    return { polls: observations.count, delayMs: elapsedMs - endsAt };
  });
  return { jobs, history };
}

const meanDelay = (jobs: readonly { delayMs: number }[]): number =>
  jobs.reduce((sum, { delayMs }) => sum + delayMs, 0) / jobs.length;

test("creates a history that survives JSON and stays small", () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const text = JSON.stringify(history);
      expect(text.length).toBeLessThan(3_500);
      expect(readPollHistory(JSON.parse(text))).toEqual(history);
      expect(history.jobs.length).toBeLessThanOrEqual(64);
    }),
    seeded,
  );
});

test("is pure", () => {
  fc.assert(
    fc.property(anyHistory, anyObservations, anyMetrics, (history, observations, metrics) => {
      const before = structuredClone(history);
      expect(learn(history, observations, metrics)).toEqual(learn(before, observations, metrics));
      expect(history).toEqual(before);
    }),
    seeded,
  );
});

test("keeps every delay within bounds, for any learned history", () => {
  const elapsed = fc.integer({ min: 0, max: 4_000_000 });
  fc.assert(
    fc.property(anyHistory, anyObservations, elapsed, (history, seen, elapsedMs) => {
      const observations = { ...seen, endedMs: 0, failed: false };
      const delay = nextPollDelay({ elapsedMs, history, observations });
      expect(delay).toBe(nextPollDelay({ elapsedMs, history, observations }));
      expect(Number.isInteger(delay)).toBe(true);
      expect(delay).toBeGreaterThanOrEqual(100);
      expect(delay).toBeLessThanOrEqual(30_000);
    }),
    seeded,
  );
});

test.each([
  undefined,
  null,
  "",
  [],
  { version: 2 },
  { ...emptyPollHistory, version: 2 },
  { ...emptyPollHistory, jobs: "none" },
  { ...emptyPollHistory, jobs: [[1, 2, 3]] },
  { ...emptyPollHistory, jobs: [[9, 2, 1, 2, 0, 0]] },
  { ...emptyPollHistory, jobs: [[1, null, 1, 2, 0, 0]] },
  { ...emptyPollHistory, ended: -1 },
])("reads damaged storage as an empty history: %j", (stored) => {
  expect(readPollHistory(stored)).toEqual(emptyPollHistory);
});

test("drops unknown fields of a stored history", () => {
  expect(readPollHistory({ ...emptyPollHistory, more: [[[]]] })).toEqual(emptyPollHistory);
});

test("needs three polls to detect the end within half a second after ten 8-second jobs", () => {
  const { jobs } = watch(Array.from({ length: 20 }, () => 8_000));
  expect(meanDelay(jobs.slice(10))).toBeLessThan(500);
  for (const { polls } of jobs.slice(10)) expect(polls).toBeLessThanOrEqual(3);
});

test("reduces the polls of 60-second jobs", () => {
  const { jobs } = watch(Array.from({ length: 25 }, () => 60_000));
  expect(jobs[0]?.polls).toBeGreaterThan(10);
  for (const { polls } of jobs.slice(15)) expect(polls).toBeLessThanOrEqual(6);
});

test("adapts to a changed speed after two jobs", () => {
  const { history } = watch(Array.from({ length: 30 }, () => 20_000));
  expect(history.jobs.length).toBe(30);
  const slower = watch([60_000, 60_000], history).history;
  expect(slower.jobs.length).toBe(2);
  const reported = { inferenceTime: 5, totalTime: 5.1 };
  const faster = [1, 2].reduce((known) => learn(known, ended(3_000, 5_200), reported), history);
  expect(faster.jobs.length).toBe(2);
});

test("keeps the history after one outlier", () => {
  const { history } = watch(Array.from({ length: 30 }, () => 20_000));
  expect(learn(history, ended(59_000, 60_000)).jobs.length).toBe(31);
});

test("polls earlier after three jobs that had ended before the first poll", () => {
  const unseen = ended(0, 9_000, { count: 1, processingMs: 0 });
  const seen = ended(8_500, 9_000);
  const { history } = watch(Array.from({ length: 30 }, () => 9_000));
  const thrice = [1, 2, 3].reduce((known) => learn(known, unseen), history);
  expect(thrice.unseen).toBe(3);
  expect(learn(thrice, seen).unseen).toBe(0);
  const firstPoll = (known: PollHistory): number =>
    nextPollDelay({ elapsedMs: 0, history: known, observations: noObservations });
  expect(firstPoll(thrice)).toBeLessThan(0.7 * firstPoll({ ...thrice, unseen: 0 }));
});

test("adapts to a much faster model even though the first poll finds every job ended", () => {
  const { history } = watch(Array.from({ length: 30 }, () => 20_000));
  const { jobs } = watch(
    Array.from({ length: 25 }, () => 5_000),
    history,
  );
  expect(meanDelay(jobs.slice(15))).toBeLessThan(1_500);
});

test("polls early while jobs are rejected, and stops doing so once they aren't", () => {
  const firstPoll = (history: PollHistory): number =>
    nextPollDelay({ elapsedMs: 0, history, observations: noObservations });
  const { history: calm } = watch(Array.from({ length: 60 }, () => 6_000));
  expect(firstPoll(calm)).toBeGreaterThan(4_000);
  const refused = ended(0, 1_500, { failed: true });
  const troubled = [1, 2, 3].reduce((known) => learn(known, refused), calm);
  expect(firstPoll(troubled)).toBeLessThan(2_500);
  expect(troubled.jobs).toBe(calm.jobs);
  expect(firstPoll(emptyPollHistory)).toBeLessThan(3_000);
});

test("ignores the duration of a job that ended while the page slept, unless the service reports it", () => {
  const slept = ended(4_000, 900_000);
  expect(learn(emptyPollHistory, slept).jobs).toEqual([]);
  const reported = learn(emptyPollHistory, slept, { totalTime: 6.1, inferenceTime: 5.9 });
  expect(reported.jobs).toEqual([[6_100, 6_100, 5_900, 5_900, 200, 0]]);
});

test("narrows the bounds by the service's times unless they contradict the polls", () => {
  const observations = ended(4_000, 6_000);
  const first = (metrics?: object) => learn(emptyPollHistory, observations, metrics).jobs[0];
  expect(first()?.slice(0, 2)).toEqual([4_000, 6_000]);
  expect(first({ totalTime: 5 })?.slice(0, 2)).toEqual([5_000, 5_000]);
  for (const totalTime of [1, 60, NaN, -5, Infinity])
    expect(first({ totalTime })?.slice(0, 2)).toEqual([4_000, 6_000]);
});

test("ignores a pending job", () => {
  expect(learn(emptyPollHistory, ended(4_000, 0))).toBe(emptyPollHistory);
});
