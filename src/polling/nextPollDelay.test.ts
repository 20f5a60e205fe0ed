import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addObservation } from "./addObservation.ts";
import { nextPollDelay, type PollState } from "./nextPollDelay.ts";
import { noObservations } from "./pollObservations.ts";

const torch = { typicalMs: 6_500, slowMs: 14_000 };

const seeded = { seed: 20_260_101, numRuns: 2_000 };

const latency = fc
  .record({ typicalMs: fc.integer({ min: 300, max: 600_000 }), more: fc.integer({ max: 600_000 }) })
  .map(({ typicalMs, more }) => ({ typicalMs, slowMs: typicalMs + Math.abs(more) }));

const state = fc.record(
  {
    elapsedMs: fc.oneof(
      fc.integer({ min: -5_000, max: 7_200_000 }),
      fc.double({ min: 0, max: 1e5, noNaN: true }),
    ),
    latency,
    errors: fc.integer({ min: 0, max: 2_000 }),
    hidden: fc.boolean(),
    random: fc.double({ min: 0, max: 1, noNaN: true }),
  },
  { requiredKeys: ["elapsedMs", "random"] },
) as fc.Arbitrary<PollState>;

/** Returns the times of all polls of a job, in virtual time. */
function pollTimes(endsAt: number, about: Omit<PollState, "elapsedMs"> = {}, early = 0): number[] {
  const moments: number[] = [];
  for (let elapsedMs = 0; (moments.at(-1) ?? 0) < endsAt && moments.length < 1_000;) {
    elapsedMs += Math.max(1, nextPollDelay({ ...about, elapsedMs }) - early);
    moments.push(elapsedMs);
  }
  return moments;
}

test("returns whole milliseconds from 100 to 30,000", () => {
  fc.assert(
    fc.property(state, (given) => {
      const delay = nextPollDelay(given);
      expect(Number.isInteger(delay)).toBe(true);
      expect(delay).toBeGreaterThanOrEqual(100);
      expect(delay).toBeLessThanOrEqual(30_000);
    }),
    seeded,
  );
});

test("never polls twice within 100 ms, even if a timer fires early", () => {
  fc.assert(
    fc.property(latency, fc.integer({ min: 0, max: 2 }), (durations, early) => {
      const moments = pollTimes(durations.slowMs, { latency: durations }, early);
      const gaps = moments.map((moment, index) => moment - (moments[index - 1] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(98);
    }),
    { ...seeded, numRuns: 300 },
  );
});

test("is deterministic except after errors", () => {
  fc.assert(
    fc.property(state, fc.double({ min: 0, max: 1, noNaN: true }), (given, other) => {
      expect(nextPollDelay(given)).toBe(nextPollDelay({ ...given }));
      if (!given.errors)
        expect(nextPollDelay({ ...given, random: other })).toBe(nextPollDelay(given));
    }),
    seeded,
  );
  const spread = [0, 0.5, 1].map((random) => nextPollDelay({ elapsedMs: 0, errors: 3, random }));
  expect(new Set(spread).size).toBe(3);
});

test("backs off after errors, up to 30 seconds", () => {
  const delays = [1, 2, 3, 4, 5, 6, 7, 50].map((errors) =>
    nextPollDelay({ elapsedMs: 0, errors, random: 1 }),
  );
  expect(delays).toEqual(delays.toSorted((a, b) => a - b));
  expect(delays[0]).toBeLessThan(2_000);
  expect(delays.at(-1)).toBe(30_000);
});

test("increases the delay after the slow duration", () => {
  const delays = [20_000, 40_000, 80_000, 160_000].map((elapsedMs) => nextPollDelay({ elapsedMs }));
  expect(delays).toEqual([...new Set(delays)].toSorted((a, b) => a - b));
});

test("polls at most half as often in the background", () => {
  fc.assert(
    fc.property(state, (given) => {
      const hidden = nextPollDelay({ ...given, hidden: true });
      const visible = nextPollDelay({ ...given, hidden: false });
      expect(hidden).toBeGreaterThanOrEqual(Math.min(30_000, Math.max(5_000, visible * 2 - 1)));
    }),
    seeded,
  );
});

test("treats notBeforeMs as a lower bound, even above 30 seconds", () => {
  fc.assert(
    fc.property(state, fc.integer({ min: -100_000, max: 3_600_000 }), (given, notBeforeMs) => {
      expect(nextPollDelay({ ...given, notBeforeMs })).toBe(
        Math.max(notBeforeMs, nextPollDelay(given)),
      );
    }),
    seeded,
  );
});

test("limits notBeforeMs to an hour", () => {
  for (const notBeforeMs of [3_600_001, 2 ** 31, 1e15, Infinity]) {
    expect(nextPollDelay({ elapsedMs: 0, notBeforeMs })).toBe(3_600_000);
  }
});

const anyNumber = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, -1, 0));

test("returns a valid delay for invalid numbers", () => {
  const broken = fc.record({
    elapsedMs: anyNumber,
    latency: fc.record({ typicalMs: anyNumber, slowMs: anyNumber }),
    errors: anyNumber,
    notBeforeMs: anyNumber,
    random: anyNumber,
  });
  fc.assert(
    fc.property(broken, (given) => {
      const delay = nextPollDelay(given);
      expect(delay).toBeGreaterThanOrEqual(100);
      expect(delay).toBeLessThanOrEqual(3_600_000);
    }),
    seeded,
  );
});

test("returns the remaining delay if called again before the poll", () => {
  const observations = addObservation(noObservations, {
    state: "queued",
    askedMs: 950,
    answeredMs: 1_050,
  });
  const delay = nextPollDelay({ elapsedMs: 1_050, latency: torch, observations });
  expect(delay).toBeGreaterThan(700);
  expect(nextPollDelay({ elapsedMs: 1_550, latency: torch, observations })).toBe(delay - 500);
});

test("polls a job that just left the queue later than one that left long ago", () => {
  const delayOf = (queuedMs: number): number =>
    nextPollDelay({
      elapsedMs: 7_000,
      latency: torch,
      observations: {
        ...noObservations,
        queuedMs,
        processingMs: queuedMs + 500,
        unfinishedMs: 6_950,
      },
    });
  expect(delayOf(6_450)).toBeGreaterThan(2 * delayOf(500));
});

test.each([
  [400, undefined, 1],
  [4_000, undefined, 3],
  [8_000, undefined, 12],
  [8_000, torch, 12],
  [3_000, { typicalMs: 3_000, slowMs: 8_000 }, 5],
  [60_000, undefined, 40],
  [3_600_000, undefined, 180],
])("detects the end of a %i ms job quickly with few polls", (endsAt, durations, most) => {
  const moments = pollTimes(endsAt, { latency: durations });
  expect(moments.length).toBeLessThanOrEqual(most);
  const late = (moments.at(-1) ?? Infinity) - endsAt;
  expect(late).toBeLessThanOrEqual(Math.min(30_000, Math.max(1_600, endsAt * 0.3)));
});
