import { expect, test } from "vitest";
import { sdxlImg2img } from "../../../models/catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../../../models/catalog/sdxlTorch.ts";
import { startPicture } from "./startPicture.ts";

const image = "https://files.test/start.png";

test("is what the model's own field for a picture holds", () => {
  expect(startPicture({ image }, sdxlImg2img)).toBe(image);
  expect(startPicture({ image }, sdxlTorch)).toBeUndefined();
});

test("is found by its usual names where the model is not known", () => {
  expect(startPicture({ prompt: "a", init_image: image }, undefined)).toBe(image);
  expect(startPicture({ image: "" }, undefined)).toBeUndefined();
  expect(startPicture(undefined, undefined)).toBeUndefined();
});
