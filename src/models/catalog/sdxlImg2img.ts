import * as z from "zod/v4-mini";
import { defineModel } from "../defineModel.ts";
import { describeField } from "../describeField.ts";
import {
  base64,
  guidanceScale,
  inferenceSteps,
  negativePrompt,
  openScheduler,
  prompt,
  samples,
  seed,
  strength,
} from "./commonFields.ts";
import { img2imgSchedulers } from "./schedulers.ts";

/** Pattern for an http(s) URL or a base64 data URL. It has no flags, because JSON Schema doesn't support them. */
const imageAddress =
  /^([Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s/]\S*|data:image\/[A-Za-z0-9.+-]+;base64,[A-Za-z0-9+/]+=*)$/;

export const sdxlImg2img = defineModel({
  id: "sdxl-img2img",
  title: "SDXL Img2Img",
  description: "Transforms an image using your prompt.",
  task: "image-to-image",
  input: z.object({
    image: describeField(
      z
        .string()
        .check(z.regex(imageAddress, { error: "Choose an image file or enter an http(s) URL." })),
      {
        label: "Start image",
        help: "The image to start from. The result has the same size.",
        kind: "image",
        group: "picture",
        // SDXL was trained on images of this size. Larger images take longer and often contain duplicate subjects.
        maxSide: 1024,
      },
    ),
    prompt: prompt(),
    negative_prompt: negativePrompt(),
    base_model: describeField(
      z._default(
        z.enum(["juggernaut", "realvis", "protovision", "yamers_realistic"]),
        "juggernaut",
      ),
      {
        label: "Base model",
        help: "The checkpoint that generates the image. It determines the overall look.",
        group: "sampling",
        options: [
          { value: "juggernaut", label: "Juggernaut" },
          { value: "realvis", label: "RealVis" },
          { value: "protovision", label: "ProtoVision" },
          { value: "yamers_realistic", label: "Yamer's Realistic" },
        ],
      },
    ),
    samples: samples(4),
    scheduler: openScheduler("UniPC", img2imgSchedulers),
    num_inference_steps: inferenceSteps(30),
    guidance_scale: guidanceScale(0.1, 6.5),
    strength: strength(0.65, {
      kind: "number",
      help: "How much the starting image changes: 0 keeps it, 1 replaces it.",
    }),
    seed: seed(),
    base64: base64(),
  }),
  example: { image: "https://example.com/image.png", prompt: "Turn it into a watercolor painting" },
  examplePrompts: [
    "Turn it into a watercolor painting",
    "The same scene in winter, covered in fresh snow",
    "A detailed pencil sketch on textured paper",
    "The scene at night, lit by warm street lamps",
    "Papercraft made of colorful folded paper, soft studio light",
  ],
  latency: { typicalMs: 7_000, slowMs: 15_000 },
});
