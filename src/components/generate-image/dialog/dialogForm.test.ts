import { expect, test } from "vitest";
import { sdxlImg2img } from "../../../models/catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../../../models/catalog/sdxlTorch.ts";
import { dialogFields, dialogValues } from "./dialogForm.ts";

test("shows the prompt, starting image, style, and samples", () => {
  expect(dialogFields(sdxlTorch, undefined)).toEqual(["prompt", "style", "samples"]);
  expect(dialogFields(sdxlImg2img, undefined)).toContain("image");
  expect(dialogFields(sdxlTorch, ["seed"])).toEqual(["seed"]);
});

const state = { model: sdxlTorch, ratio: undefined, defaultValues: undefined };

test("starts with a blank prompt instead of the model's example", () => {
  expect(dialogValues(state, ["prompt"], undefined)).toEqual({ prompt: "" });
  const defaultValues = { prompt: "an owl" };
  expect(dialogValues({ ...state, defaultValues }, ["prompt"], undefined)).toEqual(defaultValues);
});

test("fills in the settings of the shown images, but not their seed", () => {
  const settings = { modelId: "sdxl-torch", input: { prompt: "a fox", samples: 2, seed: 7 } };
  const names = ["prompt", "style", "samples"];
  expect(dialogValues(state, names, settings)).toEqual({ prompt: "a fox", samples: 2 });
  const other = { ...settings, modelId: "other" };
  expect(dialogValues(state, names, other)).toEqual({ prompt: "" });
});
