import { expect, test } from "vitest";
import { sd21Txt2img } from "../../models/catalog/sd21Txt2img.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { carryOver } from "./carryOver.ts";

test("always keeps text, and keeps other values if they are valid", () => {
  const typed = new Map<string, unknown>([
    ["prompt", ""],
    ["negative_prompt", "blur"],
    ["scheduler", "Heun"],
    ["samples", 8],
    ["img_width", 512],
    ["seed", 17123564234],
    ["style", "anime"],
  ]);
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

test("returns nothing if nothing was entered", () => {
  expect(carryOver(sdxlTorch, new Map())).toEqual({});
});
