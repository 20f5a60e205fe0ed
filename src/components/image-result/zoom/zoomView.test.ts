import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fitInto, isOnImage, panView, wholeView, zoomView, type ZoomRoom } from "./zoomView.ts";

const room: ZoomRoom = {
  frame: { width: 800, height: 600 },
  image: { width: 600, height: 600 },
};

test("keeps the point under the pointer in place", () => {
  const at = { x: 100, y: -50 };
  const near = zoomView(wholeView, 4, room, at);
  // The point on the image is the same before and after.
  expect((at.x - near.x) / near.scale).toBeCloseTo(at.x);
  expect((at.y - near.y) / near.scale).toBeCloseTo(at.y);
});

test("centers an image that is smaller than its frame", () => {
  expect(panView(wholeView, { x: 40, y: 40 }, room)).toEqual(wholeView);
});

test("limits the scale to between 1 and 8", () => {
  expect(zoomView(wholeView, 0.1, room).scale).toBe(1);
  expect(zoomView(wholeView, 100, room).scale).toBe(8);
});

test("never opens a gap at a side", () => {
  const moves = fc.array(
    fc.record({
      factor: fc.double({ min: 0.2, max: 5, noNaN: true }),
      x: fc.integer({ min: -2000, max: 2000 }),
      y: fc.integer({ min: -2000, max: 2000 }),
    }),
  );
  fc.assert(
    fc.property(moves, (all) => {
      const { scale, x, y } = all.reduce(
        (view, { factor, ...by }) => panView(zoomView(view, factor, room, by), by, room),
        wholeView,
      );
      const spare = (side: "width" | "height") =>
        Math.max(0, (room.image[side] * scale - room.frame[side]) / 2) + 1e-6;
      expect(Math.abs(x)).toBeLessThanOrEqual(spare("width"));
      expect(Math.abs(y)).toBeLessThanOrEqual(spare("height"));
    }),
  );
});

test("fits an image of any ratio, and uses the frame's size if the image has none", () => {
  expect(fitInto(room.frame, { width: 100, height: 50 })).toEqual({ width: 800, height: 400 });
  expect(fitInto(room.frame, { width: 512, height: 1024 })).toEqual({ width: 300, height: 600 });
  expect(fitInto(room.frame, { width: 0, height: 0 })).toEqual(room.frame);
});

test("detects points outside the image", () => {
  expect(isOnImage({ x: 299, y: 0 }, wholeView, room)).toBe(true);
  expect(isOnImage({ x: 301, y: 0 }, wholeView, room)).toBe(false);
});
