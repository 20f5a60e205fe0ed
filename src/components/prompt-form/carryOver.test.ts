import { expect, test } from "vitest";
import { sd21Txt2img } from "../../models/catalog/sd21Txt2img.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { sdxlTxt2img } from "../../models/catalog/sdxlTxt2img.ts";
import { carryOver, enteredIn } from "./carryOver.ts";

test("always keeps text, and keeps other values if they are valid", () => {
  const values = {
    prompt: "",
    negative_prompt: "blur",
    scheduler: "Heun",
    samples: 8,
    img_width: 512,
    seed: 17123564234,
    style: "anime",
  };
  const typed = enteredIn(sd21Txt2img.id, values);
  expect(carryOver(sdxlTorch, typed)).toEqual({
    prompt: "",
    negative_prompt: "blur",
    scheduler: "Heun",
    seed: 17123564234,
    style: "anime",
  });
  expect(carryOver(sd21Txt2img, typed)).toMatchObject({ samples: 8, img_width: 512 });
  expect(carryOver(sd21Txt2img, typed)).not.toHaveProperty("style");
});

test("keeps another model's size only if this model suggests it", () => {
  const carried = (modelId: string, side: number) =>
    carryOver(sd21Txt2img, enteredIn(modelId, { img_width: side, img_height: side }));
  expect(carried(sdxlTorch.id, 1024)).toEqual({});
  expect(carried(sdxlTorch.id, 768)).toEqual({ img_width: 768, img_height: 768 });
  // The user may enter any size in the model's own form.
  expect(carried(sd21Txt2img.id, 640)).toEqual({ img_width: 640, img_height: 640 });
});

test("keeps another model's size if this model suggests none", () => {
  const values = { img_width: 640, img_height: 512 };
  expect(carryOver(sdxlTxt2img, enteredIn(sd21Txt2img.id, values))).toEqual(values);
});

test("returns nothing if nothing was entered", () => {
  expect(carryOver(sdxlTorch, new Map())).toEqual({});
});
