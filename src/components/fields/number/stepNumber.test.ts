import * as fc from "fast-check";
import { expect, test } from "vitest";
import { snapNumber, stepNumber } from "./stepNumber.ts";

test.each([
  [7.7, 0.1, {}, 7.8],
  [0.1, 0.2, {}, 0.3],
  [1e-7, 1e-7, {}, 2e-7],
  [24.95, 0.1, { max: 25 }, 25],
  [200, -1, { min: 1, max: 100 }, 100],
  [0, -0.1, { min: 1 }, 1],
  [510, 8, { multipleOf: 8 }, 512],
  [510, -8, { multipleOf: 8 }, 504],
  [512, 8, { multipleOf: 8 }, 520],
  [512, 80, { multipleOf: 8, max: 515 }, 512],
  [999_999_999_999_998, 1, { max: 999_999_999_999_999 }, 999_999_999_999_999],
])("stepping %d by %d within %o returns %d", (value, change, limits, expected) => {
  expect(stepNumber(value, change, limits)).toBe(expected);
});

test.each([
  [509, { multipleOf: 8 }, 512],
  [3, { multipleOf: 8, min: 64 }, 64],
  [2000, { multipleOf: 8, max: 1020 }, 1016],
  [0.33, { multipleOf: 0.05 }, 0.35],
  [7.53, {}, 7.53],
  [Infinity, { multipleOf: 8 }, Infinity],
])("snapping %d within %o returns %d", (value, limits, expected) => {
  expect(snapNumber(value, limits)).toBe(expected);
});

test("keeps a step within the limits and on the model's multiples", () => {
  const limits = { min: 64, max: 1024, multipleOf: 8 };
  fc.assert(
    fc.property(fc.integer({ min: -5000, max: 5000 }), fc.constantFrom(8, -8, 80, -80), (a, b) => {
      const next = stepNumber(a, b, limits);
      expect(next % 8).toBe(0);
      expect(next).toBeGreaterThanOrEqual(64);
      expect(next).toBeLessThanOrEqual(1024);
    }),
  );
});
