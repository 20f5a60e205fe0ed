import * as fc from "fast-check";
import { expect, test } from "vitest";
import { estimateProgress } from "./estimateProgress.ts";

const latency = { typicalMs: 6_500, slowMs: 14_000 };
const at = (now: number) => estimateProgress({ startedAt: 0, latency, now });

test("the fraction never goes back and never reaches 1", () => {
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

test("it is most of the way at the typical end, without a jump", () => {
  expect(at(6_499).fraction).toBeCloseTo(0.8, 2);
  expect(at(6_500).fraction).toBeCloseTo(0.8, 2);
});

test("says in whole seconds what is usual", () => {
  expect(at(0).usualSeconds).toEqual({ from: 6, to: 14 });
});

test("is overdue once it takes longer than slow runs do", () => {
  expect(at(14_000).overdue).toBe(false);
  expect(at(14_001).overdue).toBe(true);
});

test("a clock that was set back starts at nothing", () => {
  expect(at(-5_000)).toMatchObject({ elapsedMs: 0, fraction: 0 });
});

test("claims nothing where nobody knows how long it takes", () => {
  expect(estimateProgress({ startedAt: 0, now: 5_000 })).toEqual({
    elapsedMs: 5_000,
    fraction: undefined,
    usualSeconds: undefined,
    overdue: false,
  });
});
