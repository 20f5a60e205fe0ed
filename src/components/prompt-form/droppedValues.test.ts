import { expect, test } from "vitest";
import { sd21Txt2img } from "../../models/catalog/sd21Txt2img.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { initialValues } from "../../models/formValues.ts";
import { droppedValues } from "./droppedValues.ts";

const sdxl = (values: object) => ({
  model: sdxlTorch,
  values: { ...initialValues(sdxlTorch), ...values },
});
const sd21 = (values: object) => ({
  model: sd21Txt2img,
  values: { ...initialValues(sd21Txt2img), ...values },
});

test("names changed fields that the next model doesn't have, and those with another value", () => {
  expect(droppedValues(sdxl({ style: "anime", guidance_scale: 3 }), sd21({}))).toEqual({
    leftOut: ["Style"],
    replaced: ["Guidance scale"],
  });
});

test("names a size once", () => {
  const before = sd21({ img_width: 640, img_height: 640 });
  expect(droppedValues(before, sdxl({}))).toEqual({ leftOut: [], replaced: ["Width"] });
});

test("names nothing if the changed values were kept, or none were changed", () => {
  expect(droppedValues(sdxl({ seed: 7 }), sd21({ seed: 7 }))).toBeUndefined();
  expect(droppedValues(sdxl({}), sd21({}))).toBeUndefined();
});
