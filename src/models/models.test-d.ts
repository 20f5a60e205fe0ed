import { expectTypeOf, test } from "vitest";
import * as classic from "zod/v4";
import * as mini from "zod/v4-mini";
import { sd21Txt2img } from "./catalog/sd21Txt2img.ts";
import { sdxlImg2img } from "./catalog/sdxlImg2img.ts";
import { sdxlTorch } from "./catalog/sdxlTorch.ts";
import { sdxlTxt2img } from "./catalog/sdxlTxt2img.ts";
import { defineModel, type Model, type ModelInput, type ModelValues } from "./defineModel.ts";
import { valuesFromForm } from "./formValues.ts";
import { parseInput } from "./parseInput.ts";

type Torch = ModelInput<typeof sdxlTorch>;

test("input types have exactly the wire keys", () => {
  expectTypeOf<keyof Torch>().toEqualTypeOf<
    | ("prompt" | "negative_prompt" | "style" | "samples" | "scheduler" | "num_inference_steps")
    | ("guidance_scale" | "strength" | "high_noise_fraction" | "seed" | "img_width" | "img_height")
    | ("refiner" | "base64")
  >();
  expectTypeOf<keyof ModelInput<typeof sdxlImg2img>>().toEqualTypeOf<
    | ("image" | "prompt" | "negative_prompt" | "base_model" | "samples" | "scheduler")
    | ("num_inference_steps" | "guidance_scale" | "strength" | "seed" | "base64")
  >();
  type Text =
    | ("prompt" | "negative_prompt" | "samples" | "scheduler" | "num_inference_steps")
    | ("guidance_scale" | "strength" | "seed" | "img_width" | "img_height" | "base64");
  expectTypeOf<keyof ModelInput<typeof sdxlTxt2img>>().toEqualTypeOf<Text>();
  expectTypeOf<keyof ModelInput<typeof sd21Txt2img>>().toEqualTypeOf<Text>();
});

test("fields with defaults are optional in values and present in input", () => {
  expectTypeOf<Torch["samples"]>().toEqualTypeOf<number>();
  expectTypeOf<Torch["style"]>().toEqualTypeOf<string>();
  expectTypeOf<Torch["img_width"]>().toEqualTypeOf<1024>();
  expectTypeOf<Torch["refiner"]>().toEqualTypeOf<boolean>();
  expectTypeOf<Torch["scheduler"]>().extract<"UniPC">().toEqualTypeOf<"UniPC">();
  expectTypeOf<ModelValues<typeof sdxlTorch>>().toHaveProperty("samples");
  expectTypeOf<{ prompt: string }>().toExtend<ModelValues<typeof sdxlTorch>>();
  expectTypeOf<{ prompt: string }>().not.toExtend<ModelValues<typeof sdxlImg2img>>();
  expectTypeOf<object>().toExtend<ModelValues<typeof sdxlTxt2img>>();
});

test("wrong keys and values don't compile", () => {
  const take = (_values: ModelValues<typeof sdxlTorch>) => undefined;
  take({ prompt: "a", samples: 2, scheduler: "Euler a", style: "a future style", img_width: 1024 });
  // @ts-expect-error the prompt is required
  take({});
  // @ts-expect-error wire keys aren't renamed
  take({ prompt: "a", negativePrompt: "b" });
  // @ts-expect-error a string isn't a number
  take({ prompt: "a", samples: "2" });
  // @ts-expect-error this scheduler isn't in the closed list
  take({ prompt: "a", scheduler: "euler" });
  // @ts-expect-error SDXL generates only 1024 pixels
  take({ prompt: "a", img_width: 768 });
  // @ts-expect-error null isn't omitted
  take({ prompt: "a", seed: null });
});

test("IDs are literals, and every model is a Model", () => {
  expectTypeOf(sd21Txt2img.id).toEqualTypeOf<"sd2.1-txt2img">();
  expectTypeOf(sdxlTorch).toExtend<Model>();
  expectTypeOf<"upscale" | "inpainting">().toExtend<Model["task"]>();
});

test("a custom model is typed by its schema, classic or mini", () => {
  const about = { id: "own", title: "Own", task: "text-to-image" } as const;
  const steps = classic.int().default(20);
  const own = defineModel({
    ...about,
    input: classic.object({ prompt: classic.string(), steps }),
    initial: { steps: 4 },
    rules: [{ fields: ["steps"], message: "Few.", when: ({ steps: count = 20 }) => count < 5 }],
    price: (input) => input.steps * 0.01,
  });
  expectTypeOf<ModelInput<typeof own>>().toEqualTypeOf<{ prompt: string; steps: number }>();
  expectTypeOf<ModelValues<typeof own>["steps"]>().toEqualTypeOf<number | undefined>();
  const small = defineModel({ ...about, input: mini.object({ a: mini.optional(mini.string()) }) });
  expectTypeOf<ModelInput<typeof small>>().toEqualTypeOf<{ a?: string | undefined }>();
  expectTypeOf(valuesFromForm(own, {})).toEqualTypeOf<ModelValues<typeof own>>();
  const parsed = parseInput(own, {});
  if (parsed.ok) expectTypeOf(parsed.input.steps).toEqualTypeOf<number>();
  else expectTypeOf(parsed.fields).toEqualTypeOf<Readonly<Record<string, string>>>();
  // @ts-expect-error the schema doesn't have the field in initial
  defineModel({ ...about, input: classic.object({ a: classic.string() }), initial: { b: "c" } });
});
