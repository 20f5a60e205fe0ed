import { expect, test } from "vitest";
import { sd21Txt2img } from "../../models/catalog/sd21Txt2img.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { batchItems, linesOf } from "./batchItems.ts";

const settings = {
  models: [sdxlTorch],
  values: { samples: 2 },
  modelId: sdxlTorch.id,
  prompts: ["a fox"],
  takes: 1,
};
const seedsOf = (change: object) =>
  batchItems({ ...settings, ...change }).map(({ values }) => values["seed"]);

test("splits a text into prompts", () => {
  expect(linesOf(" a fox \r\n\n  \na hare\n")).toEqual(["a fox", "a hare"]);
});

test("multiplies prompts, models, and takes", () => {
  const items = batchItems({
    ...settings,
    models: [sdxlTorch, sd21Txt2img],
    prompts: ["a fox", "a hare"],
    takes: 3,
  });
  expect(items).toHaveLength(12);
  expect(items[0]).toMatchObject({ model: sdxlTorch, values: { prompt: "a fox", samples: 2 } });
  expect(items[3]).toMatchObject({ model: sd21Txt2img, values: { prompt: "a fox", samples: 2 } });
});

test("repeats a fixed seed only in the first take", () => {
  expect(seedsOf({ values: { seed: 7 }, takes: 3 })).toEqual([7, -1, -1]);
  expect(seedsOf({ takes: 2 })).toEqual([-1, -1]);
});
