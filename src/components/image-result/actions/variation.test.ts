import { expect, test } from "vitest";
import * as z from "zod/v4";
import { sd21Txt2img } from "../../../models/catalog/sd21Txt2img.ts";
import { sdxlImg2img } from "../../../models/catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../../../models/catalog/sdxlTorch.ts";
import { defineModel } from "../../../models/defineModel.ts";
import { otherModels } from "./otherModels.ts";
import { startTarget } from "./startTarget.ts";
import { variationOf } from "./variation.ts";

const url = "https://files.test/1.png";

const upscaler = defineModel({
  id: "upscaler",
  title: "Upscaler",
  task: "upscale",
  input: z.object({ image: z.url() }),
});

const withSubseed = defineModel({
  id: "subseeds",
  title: "Subseeds",
  task: "text-to-image",
  input: z.object({
    prompt: z.string(),
    seed: z.int().min(0).max(1000),
    subseed: z.int().min(-1).default(-1),
    subseed_strength: z.number().min(0).max(0.2).default(0),
  }),
});

test("varies an image at low strength if the model takes one", () => {
  const input = { prompt: "a fox", image: "https://files.test/0.png", strength: 0.8, seed: 7 };
  const { kind, input: next } = variationOf({ model: sdxlImg2img, input, url });
  expect(kind).toBe("vary");
  expect(next()).toEqual({ ...input, image: url, strength: 0.35, seed: -1 });
});

test("varies the image's own seed if the model has subseeds", () => {
  const input = { prompt: "a fox", seed: 7 };
  const { kind, input: next } = variationOf({ model: withSubseed, input, url, seed: "9" });
  expect(kind).toBe("vary");
  expect(next()).toEqual({ prompt: "a fox", seed: 9, subseed: -1, subseed_strength: 0.2 });
});

test("sends a new seed if the image's seed is unknown or the model can't vary images", () => {
  const input = { prompt: "a fox", seed: 7 };
  const { kind, input: next } = variationOf({ model: withSubseed, input, url });
  expect(kind).toBe("new-seed");
  const { seed, ...rest } = next() as { readonly seed: number };
  expect(rest).toEqual({ prompt: "a fox" });
  expect(seed >= 0 && seed <= 1000).toBe(true);
  const own = variationOf({ model: sdxlTorch, input: { ...input, strength: 0.2 }, url, seed: "9" });
  expect([own.kind, own.input()]).toEqual(["new-seed", { ...input, strength: 0.2, seed: -1 }]);
});

test("prefers the image's own model to start from an image", () => {
  expect(startTarget(sdxlTorch, [sdxlTorch, sdxlImg2img])).toMatchObject({
    model: { id: "sdxl-img2img" },
    field: "image",
  });
  expect(startTarget(sdxlImg2img, [sdxlTorch])?.model).toBe(sdxlImg2img);
  expect(startTarget(sdxlTorch, [sdxlTorch])).toBeUndefined();
});

test("starts from an image and upscales it with models for that purpose", () => {
  const all = [upscaler, sdxlTorch, sdxlImg2img];
  expect(startTarget(sdxlTorch, all)?.model).toBe(sdxlImg2img);
  expect(startTarget(upscaler, all)?.model).toBe(sdxlImg2img);
  expect(startTarget(sdxlTorch, all, { upscale: true })?.model).toBe(upscaler);
  expect(startTarget(sdxlTorch, [sdxlImg2img], { upscale: true })).toBeUndefined();
  const input = { image: url, prompt: "a fox" };
  expect(otherModels(sdxlImg2img, input, all).map(({ model }) => model)).toEqual([sdxlTorch]);
});

test("offers only models that accept the settings, and names the settings they drop", () => {
  const input = { prompt: "a fox", style: "anime", seed: 7 };
  const others = otherModels(sdxlTorch, input, [sdxlTorch, sd21Txt2img, sdxlImg2img]);
  expect(others.map(({ model, dropped }) => [model.id, dropped])).toEqual([
    ["sd2.1-txt2img", ["Style"]],
  ]);
  expect(others[0]?.input).toMatchObject({ prompt: "a fox", seed: 7 });
});
