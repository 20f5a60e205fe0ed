import { expect, test } from "vitest";
import { pictureSize } from "./pictureSize.ts";

test("is what was asked for", () => {
  expect(pictureSize({ img_width: 768, img_height: 1024 })).toEqual({
    width: 768,
    height: 1024,
    ratio: 0.75,
  });
});

test("is a square of no known size where the input does not say", () => {
  const unknown = { width: undefined, height: undefined, ratio: 1 };
  expect(pictureSize(undefined)).toEqual(unknown);
  expect(pictureSize({ img_width: 768 })).toEqual(unknown);
  expect(pictureSize({ img_width: 0, img_height: "tall" })).toEqual(unknown);
});
