import { defineModel } from "../defineModel.ts";
import { examplePrompts, openScheduler, optionalInput } from "./commonFields.ts";
import { sdxl09Schedulers } from "./schedulers.ts";

const initial = {
  num_inference_steps: 25,
  guidance_scale: 8,
  strength: 1,
  img_width: 768,
  img_height: 768,
} as const;

export const sdxlTxt2img = defineModel({
  id: "sdxl-txt2img",
  title: "Stable Diffusion XL 0.9",
  description: "Research release of SDXL. Supports custom image sizes.",
  task: "text-to-image",
  input: optionalInput(openScheduler("dpmpp_sde_ancestral", sdxl09Schedulers), {
    help: "In pixels. Use multiples of 8.",
    suggested: { min: 256, max: 1024 },
    step: 64,
  }),
  initial,
  example: { prompt: examplePrompts[0] },
  examplePrompts,
  latency: { typicalMs: 5_000, slowMs: 12_000 },
});
