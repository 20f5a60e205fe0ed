import * as z from "zod/v4-mini";
import { defineModel } from "../defineModel.ts";
import { field } from "../field.ts";
import {
  base64,
  negativePrompt,
  optionalGuidanceScale,
  optionalInferenceSteps,
  optionalPrompt,
  optionalSeed,
  optionalStrength,
  samples,
} from "./commonFields.ts";
import { classicSchedulerOptions, classicSchedulers } from "./schedulers.ts";

const side = (label: string) =>
  field(z.optional(z.int().check(z.gte(1))), {
    label,
    help: "In pixels. The model was made for 768 × 768.",
    kind: "size",
    group: "picture",
    options: [{ value: 512 }, { value: 768 }],
    suggested: { min: 256, max: 1024 },
    step: 64,
  });

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
  description: "Small, quick and cheap; made for 768 × 768.",
  task: "text-to-image",
  input: z.object({
    prompt: optionalPrompt(),
    negative_prompt: negativePrompt(),
    samples: samples(10),
    scheduler: field(z._default(z.enum(classicSchedulers), "DDIM"), {
      label: "Scheduler",
      help: "How the noise is taken out, step by step.",
      group: "sampling",
      options: classicSchedulerOptions,
    }),
    num_inference_steps: optionalInferenceSteps(),
    guidance_scale: optionalGuidanceScale(),
    strength: optionalStrength(),
    seed: optionalSeed(),
    img_width: side("Width"),
    img_height: side("Height"),
    base64: base64(),
  }),
  initial,
  example,
  latency: { typicalMs: 3_000, slowMs: 8_000 },
});
