import * as fc from "fast-check";
import { expect, test } from "vitest";
import { planResize } from "./planResize.ts";

const limits = { maxSide: 1024, maxPixels: Infinity, maxBytes: Infinity };
const photo = { width: 4032, height: 3024 };

test("scales a photo down to the longest side", () => {
  expect(planResize(photo, limits).to).toEqual({ width: 1024, height: 768 });
  expect(planResize({ width: 3024, height: 4032 }, limits).to).toEqual({
    width: 768,
    height: 1024,
  });
});

test("keeps a small image unchanged", () => {
  expect(planResize({ width: 640, height: 480 }, limits).to).toEqual({ width: 640, height: 480 });
});

test("crops in pixels of the original image", () => {
  const crop = { x: 0.125, y: 0, width: 0.75, height: 1 };
  expect(planResize(photo, { ...limits, crop })).toEqual({
    from: { x: 504, y: 0, width: 3024, height: 3024 },
    to: { width: 1024, height: 1024 },
  });
});

test("never enlarges the image, exceeds a limit, or crops outside the image", () => {
  const side = fc.integer({ min: 1, max: 20_000 });
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      side,
      side,
      fc.integer({ min: 1, max: 4_000 }),
      fc.integer({ min: 1, max: 30_000_000 }),
      fc.record({ x: part, y: part, width: part, height: part }),
      (width, height, maxSide, maxPixels, crop) => {
        const { from, to } = planResize({ width, height }, { ...limits, maxSide, maxPixels, crop });
        expect(from.x + from.width).toBeLessThanOrEqual(width);
        expect(from.y + from.height).toBeLessThanOrEqual(height);
        expect(to.width).toBeLessThanOrEqual(Math.min(from.width, maxSide));
        expect(to.height).toBeLessThanOrEqual(Math.min(from.height, maxSide));
        // At the minimum of one pixel, the aspect ratio can't be kept.
        if (Math.min(to.width, to.height) > 1) {
          expect(to.width * to.height).toBeLessThanOrEqual(maxPixels * 1.01 + 4);
        }
        expect(Math.min(to.width, to.height)).toBeGreaterThanOrEqual(1);
      },
    ),
  );
});
