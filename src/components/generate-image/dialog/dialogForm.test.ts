import { expect, test } from "vitest";
import { sdxlImg2img } from "../../../models/catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../../../models/catalog/sdxlTorch.ts";
import { dialogFields, dialogValues } from "./dialogForm.ts";

test("shows the prompt, starting image, style, and samples", () => {
  expect(dialogFields(sdxlTorch, undefined)).toEqual(["prompt", "style", "samples"]);
  expect(dialogFields(sdxlImg2img, undefined)).toContain("image");
  expect(dialogFields(sdxlTorch, ["seed"])).toEqual(["seed"]);
});

const state = { model: sdxlTorch, ratio: undefined, defaultValues: undefined, value: null };

test("starts with a blank prompt instead of the model's example", () => {
  expect(dialogValues(state, ["prompt"])).toEqual({ prompt: "" });
  expect(dialogValues({ ...state, defaultValues: { prompt: "an owl" } }, ["prompt"])).toEqual({
    prompt: "an owl",
  });
});

test("fills in the settings of the current image, but not its seed", () => {
  const settings = { modelId: "sdxl-torch", input: { prompt: "a fox", samples: 2, seed: 7 } };
  const value = { url: "https://files.test/1.png", alt: "", width: 1, height: 1, settings };
  const names = ["prompt", "style", "samples"];
  expect(dialogValues({ ...state, value }, names)).toEqual({ prompt: "a fox", samples: 2 });
  const other = { ...value, settings: { ...settings, modelId: "other" } };
  expect(dialogValues({ ...state, value: other }, names)).toEqual({ prompt: "" });
});
