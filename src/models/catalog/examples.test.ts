import { expect, test } from "vitest";
import { parseInput } from "../parseInput.ts";
import { sd21Txt2img } from "./sd21Txt2img.ts";
import { sdxlImg2img } from "./sdxlImg2img.ts";
import { sdxlTorch } from "./sdxlTorch.ts";
import { sdxlTxt2img } from "./sdxlTxt2img.ts";

const bare = [
  [
    sdxlTorch,
    { prompt: "a" },
    {
      prompt: "a",
      style: "base",
      samples: 1,
      scheduler: "UniPC",
      num_inference_steps: 25,
      guidance_scale: 7.5,
      strength: 0.2,
      high_noise_fraction: 0.8,
      seed: -1,
      img_width: 1024,
      img_height: 1024,
      refiner: true,
      base64: false,
    },
  ],
  [sdxlTxt2img, {}, { samples: 1, scheduler: "dpmpp_sde_ancestral", base64: false }],
  [sd21Txt2img, {}, { samples: 1, scheduler: "DDIM", base64: false }],
  [
    sdxlImg2img,
    { image: "https://a.example/b.png", prompt: "a" },
    {
      image: "https://a.example/b.png",
      prompt: "a",
      base_model: "juggernaut",
      samples: 1,
      scheduler: "UniPC",
      num_inference_steps: 30,
      guidance_scale: 6.5,
      strength: 0.65,
      seed: -1,
      base64: false,
    },
  ],
] as const;

test.each(bare)(
  "sends exactly the page's defaults for omitted fields of $id",
  (model, values, sent) => {
    const parsed = parseInput(model, values);
    // toStrictEqual distinguishes an undefined key from an absent one.
    expect(parsed).toStrictEqual({ ok: true, input: sent });
  },
);

test.each([
  [{ refiner: true, high_noise_fraction: 1 }, true],
  [{ high_noise_fraction: 1 }, true],
  [{ refiner: false, high_noise_fraction: 1 }, false],
  [{ refiner: true, high_noise_fraction: 0.99 }, false],
  [{ refiner: true }, false],
])("accepts %o, with a refiner warning: %o", (values, warned) => {
  const [rule] = sdxlTorch.rules ?? [];
  expect(rule?.when(values)).toBe(warned);
  expect(rule?.fields).toEqual(["refiner", "high_noise_fraction"]);
  expect(parseInput(sdxlTorch, { prompt: "a", ...values }).ok).toBe(true);
});
