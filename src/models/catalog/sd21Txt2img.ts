import { defineModel } from "../defineModel.ts";
import { classicScheduler, examplePrompts, optionalInput } from "./commonFields.ts";

const initial = {
  num_inference_steps: 25,
  guidance_scale: 7.5,
  strength: 1,
  img_width: 512,
  img_height: 512,
} as const;

export const sd21Txt2img = defineModel({
  id: "sd2.1-txt2img",
  title: "Stable Diffusion 2.1",
  description: "Small, fast, and inexpensive. Best at sizes from 512 to 768 px.",
  task: "text-to-image",
  input: optionalInput(classicScheduler("DDIM"), {
    help: "In pixels. 512 × 512 is faster; 768 × 768 has more detail.",
    options: [{ value: 512 }, { value: 768 }],
    suggested: { min: 256, max: 1024 },
    step: 64,
  }),
  initial,
  example: { prompt: examplePrompts[0] },
  examplePrompts,
  latency: { typicalMs: 3_000, slowMs: 8_000 },
});
