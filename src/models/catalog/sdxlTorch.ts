import * as z from "zod/v4-mini";
import { defineModel } from "../defineModel.ts";
import { describeField } from "../describeField.ts";
import {
  base64,
  classicScheduler,
  examplePrompts,
  guidanceScale,
  inferenceSteps,
  negativePrompt,
  notBlank,
  prompt,
  samples,
  seed,
  sides,
  strength,
} from "./commonFields.ts";
import { sdxlStyles } from "./sdxlStyles.ts";

export const sdxlTorch = defineModel({
  id: "sdxl-torch",
  title: "Stable Diffusion XL 1.0",
  description: "Detailed 1024 px images with an optional refiner.",
  task: "text-to-image",
  input: z.object({
    prompt: prompt(),
    negative_prompt: negativePrompt(),
    style: describeField(z._default(z.string().check(notBlank("Choose a style.")), "base"), {
      label: "Style",
      kind: "style",
      group: "picture",
      options: sdxlStyles,
    }),
    samples: samples(4, true),
    scheduler: classicScheduler("UniPC"),
    num_inference_steps: inferenceSteps(25, true),
    guidance_scale: guidanceScale(1, 7.5),
    strength: strength(0.2),
    high_noise_fraction: describeField(z._default(z.number().check(z.gte(0), z.lte(1)), 0.8), {
      label: "Refiner start",
      help: "The share of steps before the refiner takes over.",
      group: "refiner",
      step: 0.05,
      enabledBy: "refiner",
    }),
    seed: seed(),
    ...sides(() => z._default(z.literal([1024]), 1024), { affectsPrice: true }),
    refiner: describeField(z._default(z.boolean(), true), {
      label: "Refiner",
      help: "Improves details with a second model.",
      group: "refiner",
    }),
    base64: base64(),
  }),
  initial: { guidance_scale: 8 },
  example: { prompt: examplePrompts[0] },
  examplePrompts,
  rules: [
    {
      fields: ["refiner", "high_noise_fraction"],
      message:
        "With “Refiner start” at 1, no steps are left for the refiner. Lower “Refiner start”, or turn off the refiner.",
      when: ({ refiner = true, high_noise_fraction: fraction }) => refiner && fraction === 1,
    },
  ],
  latency: { typicalMs: 6_500, slowMs: 14_000 },
});
