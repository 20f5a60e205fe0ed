import { expect, test } from "vitest";
import { imageSize } from "./imageSize.ts";

test("returns the requested size", () => {
  expect(imageSize({ img_width: 768, img_height: 1024 })).toEqual({
    width: 768,
    height: 1024,
    ratio: 0.75,
  });
});

test("returns a square of unknown size if the input has no valid size", () => {
  const unknown = { width: undefined, height: undefined, ratio: 1 };
  expect(imageSize(undefined)).toEqual(unknown);
  expect(imageSize({ img_width: 768 })).toEqual(unknown);
  expect(imageSize({ img_width: 0, img_height: "tall" })).toEqual(unknown);
});
