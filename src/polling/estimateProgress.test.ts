import * as fc from "fast-check";
import { expect, test } from "vitest";
import { estimateProgress } from "./estimateProgress.ts";

const latency = { typicalMs: 6_500, slowMs: 14_000 };
const at = (now: number) => estimateProgress({ startedAt: 0, latency, now });

test("never decreases, and never reaches 1", () => {
  const moment = fc.integer({ min: 0, max: 10_000_000 });
  fc.assert(
    fc.property(moment, moment, (one, other) => {
      const [early, late] = one < other ? [one, other] : [other, one];
      const [before, after] = [at(early).fraction ?? NaN, at(late).fraction ?? NaN];
      expect(before).toBeGreaterThanOrEqual(0);
      expect(after).toBeGreaterThanOrEqual(before);
      expect(after).toBeLessThan(1);
    }),
  );
});

test("reaches 80% at the typical duration, without a jump", () => {
  expect(at(6_499).fraction).toBeCloseTo(0.8, 2);
  expect(at(6_500).fraction).toBeCloseTo(0.8, 2);
});

test("returns the usual duration in whole seconds", () => {
  expect(at(0).usualSeconds).toEqual({ from: 6, to: 14 });
});

test("is overdue after twice the slow duration", () => {
  expect(at(28_000).overdue).toBe(false);
  expect(at(28_001).overdue).toBe(true);
});

test("starts at 0 if the clock was set back", () => {
  expect(at(-5_000)).toMatchObject({ elapsedMs: 0, fraction: 0 });
});

test("returns no fraction without a latency", () => {
  expect(estimateProgress({ startedAt: 0, now: 5_000 })).toEqual({
    elapsedMs: 5_000,
    fraction: undefined,
    usualSeconds: undefined,
    overdue: false,
  });
});
