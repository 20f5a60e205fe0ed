import { expect, test } from "vitest";
import * as z from "zod/v4";
import { sd21Txt2img } from "../../../models/catalog/sd21Txt2img.ts";
import { sdxlTorch } from "../../../models/catalog/sdxlTorch.ts";
import { sdxlTxt2img } from "../../../models/catalog/sdxlTxt2img.ts";
import { defineModel, type Model } from "../../../models/defineModel.ts";
import { describeFields } from "../../../models/describeFields.ts";
import { sizeChoices } from "./sizeChoices.ts";
import { isSecondOfPair, sizePair } from "./sizePair.ts";

function pairOf(model: Model) {
  const fields = describeFields(model);
  const pair = fields.flatMap(({ name }) => sizePair(fields, name) ?? [])[0];
  if (!pair) throw new Error(`${model.id} has no width and height.`);
  return pair;
}

const start = { width: 768, height: 768 };

test("combines suggested options, and accepts other sizes", () => {
  const { sizes, free } = sizeChoices(pairOf(sd21Txt2img), start);
  expect(sizes.map(({ width, height, ratio }) => `${width}×${height} ${ratio.join(":")}`)).toEqual([
    "512×512 1:1",
    "512×768 2:3",
    "768×512 3:2",
    "768×768 1:1",
  ]);
  expect(free).toBe(true);
});

test("doesn't treat one suggestion as the only size", () => {
  const side = () =>
    z
      .int()
      .min(64)
      .optional()
      .meta({ "x-easel": { options: [{ value: 512 }] } });
  const input = z.object({ width: side(), height: side() });
  const model = defineModel({ id: "one", title: "One", task: "text-to-image", input });
  expect(sizeChoices(pairOf(model), start)).toEqual({
    sizes: [{ width: 512, height: 512, ratio: [1, 1] }],
    free: true,
  });
});

test("suggests sizes with about as many pixels as the default, on the slider's stops", () => {
  const { sizes, free } = sizeChoices(pairOf(sdxlTxt2img), start);
  expect(free).toBe(true);
  expect(sizes).toContainEqual({ width: 768, height: 768, ratio: [1, 1] });
  expect(sizes).toContainEqual({ width: 1024, height: 576, ratio: [16, 9] });
  for (const { width, height } of sizes) {
    expect([width % 64, height % 64]).toEqual([0, 0]);
    expect(Math.max(width, height)).toBeLessThanOrEqual(1024);
  }
});

test("combines no sizes if a closed list would be too long", () => {
  const side = () => z.literal([256, 512, 640, 768, 1024]).default(512);
  const input = z.object({ width: side(), height: side() });
  const model = defineModel({ id: "many", title: "Many", task: "text-to-image", input });
  expect(sizeChoices(pairOf(model), start)).toEqual({ sizes: [], free: false });
});

test("suggests no sizes for a side without limits", () => {
  const input = z.object({ width: z.int().optional(), height: z.int().optional() });
  const model = defineModel({ id: "bare", title: "Bare", task: "text-to-image", input });
  expect(sizeChoices(pairOf(model), start)).toEqual({ sizes: [], free: true });
});

test("finds a pair by either side, and identifies its second side", () => {
  const fields = describeFields(sdxlTorch);
  expect(sizePair(fields, "img_height")).toEqual(sizePair(fields, "img_width"));
  expect(isSecondOfPair(fields, "img_height")).toBe(true);
  expect(isSecondOfPair(fields, "img_width")).toBe(false);
  expect(isSecondOfPair(fields, "prompt")).toBe(false);
});
