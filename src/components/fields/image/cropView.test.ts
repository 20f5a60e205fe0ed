import { expect, test } from "vitest";
import { changeView, cropOfView, mostZoom } from "./cropView.ts";

const middle = { zoom: 1, x: 0.5, y: 0.5 };

test("crops a centered square of full height from a wide image", () => {
  expect(cropOfView(middle, 4 / 3, 1)).toEqual({ x: 0.125, y: 0, width: 0.75, height: 1 });
});

test("keeps the frame inside the image", () => {
  expect(cropOfView({ zoom: 2, x: 9, y: -9 }, 1, 1)).toEqual({
    x: 0.5,
    y: 0,
    width: 0.5,
    height: 0.5,
  });
});

test("clamps moves at an edge, so that a step back takes effect immediately", () => {
  const edge = changeView(middle, { x: 5 }, 4 / 3, 1);
  expect(edge.x).toBeCloseTo(0.625);
  expect(cropOfView(changeView(edge, { x: -0.1 }, 4 / 3, 1), 4 / 3, 1).x).toBeCloseTo(0.15);
});

test("keeps the zoom between 1 and the maximum", () => {
  expect(changeView(middle, { zoom: 0.2 }, 1, 1).zoom).toBe(1);
  expect(changeView(middle, { zoom: 99 }, 1, 1).zoom).toBe(mostZoom);
});
