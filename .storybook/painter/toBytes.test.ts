import { expect, test } from "vitest";
import { createCanvas } from "./createCanvas.ts";
import { toBytes } from "./toBytes.ts";

test("clamps values to 0 to 1 and converts them to bytes", () => {
  const canvas = createCanvas(2, 1);
  canvas.data.set([0, 0.5, 1, -1, 2, 0.25]);
  expect([...toBytes(canvas, 2, 1)]).toEqual([0, 128, 255, 0, 255, 64]);
});

test("interpolates the pixels of an enlarged image", () => {
  const canvas = createCanvas(2, 1);
  canvas.data.set([0, 0, 0, 1, 1, 1]);
  const red = [...toBytes(canvas, 4, 2)].filter((_, at) => at % 3 === 0);
  expect(red).toEqual([0, 64, 191, 255, 0, 64, 191, 255]);
});
