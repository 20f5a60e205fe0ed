import { expect, test } from "vitest";
import { coverage } from "./coverage.ts";
import { ellipse } from "./paths.ts";

function area(path: readonly number[], width = 20, height = 20): number {
  let sum = 0;
  coverage(path, width, height, (x, y, cover) => {
    expect(x >= 0 && x < width && y >= 0 && y < height).toBe(true);
    sum += cover;
  });
  return sum;
}

test("covers the shape's area in both directions", () => {
  expect(area([2.25, 3.5, 7.75, 3.5, 7.75, 8, 2.25, 8])).toBeCloseTo(5.5 * 4.5, 4);
  expect(area([2.25, 8, 7.75, 8, 7.75, 3.5, 2.25, 3.5])).toBeCloseTo(5.5 * 4.5, 4);
  expect(area([1, 1, 15, 4, 6, 17])).toBeCloseTo(104.5, 4);
  // The ellipse is a polygon, so it's slightly smaller than a true ellipse.
  expect(area(ellipse(10, 10, 6, 4)) / (Math.PI * 24)).toBeCloseTo(0.97, 1);
});

test("clips shapes and slanted edges that leave the image", () => {
  expect(area([-10, -10, 30, -10, 30, 30, -10, 30])).toBeCloseTo(400, 4);
  expect(area([-10, 10, 10, -10, 30, 10, 10, 30])).toBeCloseTo(400, 4);
  expect(area([0, 0, 40, 0, 0, 40])).toBeCloseTo(400, 4);
  expect(area([30, 0, 40, 0, 40, 10])).toBe(0);
  expect(area([])).toBe(0);
});
