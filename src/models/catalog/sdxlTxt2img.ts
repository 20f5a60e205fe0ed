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

// cspell:ignore picture packshot -- the service's example
const example = {
  num_inference_steps: 25,
  guidance_scale: 8,
  strength: 1,
  seed: 2784983004,
  img_width: 768,
  img_height: 768,
  prompt:
    "a beautiful stack of rocks sitting on top of a beach, a picture, red black white golden colors, chakras, packshot, stock photo",
  negative_prompt:
    "asian, african, makeup, fake, cgi, 3d, doll, art, anime, cartoon, illustration, painting, digital, blur, sepia, b&w, unnatural, unreal, photoshop, filter, airbrush, poor anatomy, lr",
  samples: 1,
  scheduler: "dpmpp_sde_ancestral",
  base64: false,
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
  example,
  examplePrompts,
  latency: { typicalMs: 5_000, slowMs: 12_000 },
});
