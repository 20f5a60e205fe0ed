import * as z from "zod/v4-mini";
import { describeField, type FieldMeta, type FieldOption } from "../describeField.ts";
import { classicSchedulerOptions, classicSchedulers } from "./schedulers.ts";

/** Returns a check that rejects blank text. The check is a pattern, so JSON Schema can express it. */
export const notBlank = (message: string) => z.regex(/\S/, { error: message });

export const promptText = () => z.string().check(notBlank("Write a prompt."));

const promptMeta = {
  label: "Prompt",
  help: "Describe the image. (word:1.3) gives a word more weight; [word] gives it less.",
  kind: "prompt",
  group: "prompt",
  // All models in the catalog use CLIP text encoders, which read 75 tokens at a time.
  tokens: 75,
} as const;

export const prompt = () => describeField(promptText(), promptMeta);

export const negativePrompt = () =>
  describeField(z.optional(z.string()), {
    label: "Negative prompt",
    kind: "text",
    group: "prompt",
    tokens: 75,
  });

export const samples = (max: number, affectsPrice = false) =>
  describeField(z._default(z.int().check(z.gte(1), z.lte(max)), 1), {
    label: "Images",
    group: "picture",
    affectsPrice,
  });

const stepsMeta = {
  label: "Steps",
  help: "More steps add detail and take longer. Above 50, the difference is hard to see.",
  unit: "steps",
  group: "sampling",
} as const;

export const inferenceSteps = (preset: number, affectsPrice = false) =>
  describeField(z._default(z.int().check(z.gte(20), z.lte(100)), preset), {
    ...stepsMeta,
    affectsPrice,
  });

const guidanceMeta = {
  label: "Guidance scale",
  help: "Higher values follow the prompt more closely, with less variety.",
  group: "sampling",
  step: 0.1,
} as const;

export const guidanceScale = (min: number, preset: number) =>
  describeField(z._default(z.number().check(z.gte(min), z.lte(25)), preset), guidanceMeta);

const strengthMeta = {
  label: "Strength",
  // Strength has no known effect without a starting image.
  kind: "hidden",
  group: "sampling",
  step: 0.05,
} as const;

export const strength = (preset: number, meta?: Pick<FieldMeta, "kind" | "help">) =>
  describeField(z._default(z.number().check(z.gte(0.1), z.lte(1)), preset), {
    ...strengthMeta,
    ...meta,
  });

const seedMeta = {
  label: "Seed",
  help: "The same seed and settings give the same image.",
  kind: "seed",
  group: "sampling",
} as const;

/** Returns a schema for seeds of up to 15 digits, which JavaScript numbers represent exactly. */
const seedNumber = () => z.int().check(z.gte(-1), z.lte(999_999_999_999_999));

export const seed = () => describeField(z._default(seedNumber(), -1), seedMeta);

/** Returns the `base64` field. A value is always sent, because the service's pages give different defaults. */
export const base64 = () =>
  describeField(z._default(z.boolean(), false), {
    label: "Base64",
    help: "Returns the image in the response instead of its URL.",
    kind: "hidden",
    group: "output",
  });

const schedulerMeta = (options: readonly FieldOption[]): FieldMeta => ({
  label: "Sampler",
  help: "Sampling method. Affects speed and detail.",
  group: "sampling",
  options,
});

export const classicScheduler = (preset: (typeof classicSchedulers)[number]) =>
  describeField(
    z._default(z.enum(classicSchedulers), preset),
    schedulerMeta(classicSchedulerOptions),
  );

export const openScheduler = (preset: string, options: readonly FieldOption[]) =>
  describeField(
    z._default(z.string().check(notBlank("Choose a sampler.")), preset),
    schedulerMeta(options),
  );

/** Prompts that are short enough for CLIP text encoders. */
export const examplePrompts = [
  "A lighthouse on a rocky coast at dawn, soft mist, long exposure photograph",
  "A red fox asleep in fresh snow, warm winter light, close-up",
  "A cozy wooden cabin in a pine forest at night, glowing windows, falling snow",
  "A friendly robot watering flowers in a sunny garden, children’s book illustration",
  "Hot air balloons over a mountain lake at sunrise, watercolor painting",
] as const;

export const sides = <S extends z.core.$ZodType>(
  schema: () => S,
  meta: Omit<FieldMeta, "label" | "kind" | "group">,
) => {
  const side = (label: string) =>
    describeField(schema(), { ...meta, label, kind: "size", group: "picture" });
  return { img_width: side("Width"), img_height: side("Height") };
};

export const optionalInput = <S extends z.core.$ZodType>(
  scheduler: S,
  sideMeta: Parameters<typeof sides>[1],
) =>
  z.object({
    prompt: describeField(z.optional(promptText()), promptMeta),
    negative_prompt: negativePrompt(),
    samples: samples(10),
    scheduler,
    num_inference_steps: describeField(z.optional(z.int().check(z.gte(1))), {
      ...stepsMeta,
      suggested: { min: 1, max: 100 },
    }),
    guidance_scale: describeField(z.optional(z.number().check(z.gte(0))), {
      ...guidanceMeta,
      suggested: { min: 0, max: 25 },
    }),
    strength: describeField(z.optional(z.number().check(z.gte(0), z.lte(1))), strengthMeta),
    seed: describeField(z.optional(seedNumber()), seedMeta),
    ...sides(() => z.optional(z.int().check(z.gte(1))), sideMeta),
    base64: base64(),
  });
