import { expect, test } from "vitest";
import { sd21Txt2img } from "../../../models/catalog/sd21Txt2img.ts";
import { sdxlTorch } from "../../../models/catalog/sdxlTorch.ts";
import { sdxlTxt2img } from "../../../models/catalog/sdxlTxt2img.ts";
import { fittingSize } from "./fittingSize.ts";

test.each([
  [sdxlTxt2img, 16 / 9],
  [sd21Txt2img, 3 / 2],
])("chooses the closest size of $id", (model, ratio) => {
  const { img_width: width, img_height: height } = fittingSize(model, 16 / 9);
  expect(Number(width) / Number(height)).toBeCloseTo(ratio, 1);
});

test("keeps the model's size if no other is closer", () => {
  expect(fittingSize(sdxlTxt2img, 1)).toEqual({});
  expect(fittingSize(sdxlTorch, 16 / 9)).toEqual({});
});
