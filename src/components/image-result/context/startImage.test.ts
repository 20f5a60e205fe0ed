import { expect, test } from "vitest";
import { sdxlImg2img } from "../../../models/catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../../../models/catalog/sdxlTorch.ts";
import { startImage } from "./startImage.ts";

const image = "https://files.test/start.png";

test("reads the model's image field", () => {
  expect(startImage({ image }, sdxlImg2img)).toBe(image);
  expect(startImage({ image }, sdxlTorch)).toBeUndefined();
});

test("finds the image by common field names if the model is unknown", () => {
  expect(startImage({ prompt: "a", init_image: image }, undefined)).toBe(image);
  expect(startImage({ image: "" }, undefined)).toBeUndefined();
  expect(startImage(undefined, undefined)).toBeUndefined();
});
