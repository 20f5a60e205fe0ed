import { expect, test } from "vitest";
import { imageSize } from "./imageSize.ts";

test("is what was asked for", () => {
  expect(imageSize({ img_width: 768, img_height: 1024 })).toEqual({
    width: 768,
    height: 1024,
    ratio: 0.75,
  });
});

test("is a square of no known size where the input does not say", () => {
  const unknown = { width: undefined, height: undefined, ratio: 1 };
  expect(imageSize(undefined)).toEqual(unknown);
  expect(imageSize({ img_width: 768 })).toEqual(unknown);
  expect(imageSize({ img_width: 0, img_height: "tall" })).toEqual(unknown);
});
