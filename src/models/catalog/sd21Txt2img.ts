import { defineModel } from "../defineModel.ts";
import { classicScheduler, optionalInput } from "./commonFields.ts";

const example = {
  samples: 1,
  prompt: "calico cat wearing a cosmonaut suit, 3d render, pixar style, 8k, high resolution",
  scheduler: "DDIM",
  num_inference_steps: 25,
  guidance_scale: 7.5,
  strength: 1,
  seed: 17123564234,
  img_width: 512,
  img_height: 512,
  base64: false,
} as const;

const { samples: _samples, scheduler: _scheduler, base64: _base64, ...initial } = example;

export const sd21Txt2img = defineModel({
  id: "sd2.1-txt2img",
  title: "Stable Diffusion 2.1",
  description: "Small, fast, and inexpensive. Works best at 768 × 768.",
  task: "text-to-image",
  input: optionalInput(classicScheduler("DDIM"), {
    help: "In pixels. The model works best at 768 × 768.",
    options: [{ value: 512 }, { value: 768 }],
    suggested: { min: 256, max: 1024 },
    step: 64,
  }),
  initial,
  example,
  latency: { typicalMs: 3_000, slowMs: 8_000 },
});
