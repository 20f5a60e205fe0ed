import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/v4";
import { payloads } from "../../../test/payloads.ts";
import { catalog } from "../catalog/catalog.ts";
import { sd21Txt2img } from "../catalog/sd21Txt2img.ts";
import { sdxlImg2img } from "../catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../catalog/sdxlTorch.ts";
import { sdxlTxt2img } from "../catalog/sdxlTxt2img.ts";
import { defineModel } from "../defineModel.ts";
import { readRecipe } from "../recipes/readRecipe.ts";
import { writeRecipe } from "../recipes/writeRecipe.ts";

const automatic = `a (cat:1.2), sitting
on a wall
Negative prompt: blurry, lowres
Steps: 28, Sampler: Euler a, CFG scale: 6.5, Seed: 1234567890, Size: 1024x1024, Model hash: 31e35c80fc, Model: juggernautXL_v9, Clip skip: 2, TI hashes: "a: 1, b: 2", Version: v1.9.4`;

test("reads Automatic1111's format, and lists unused settings", () => {
  expect(readRecipe(automatic, [sdxlTorch])).toEqual({
    values: {
      prompt: "a (cat:1.2), sitting\non a wall",
      negative_prompt: "blurry, lowres",
      num_inference_steps: 28,
      scheduler: "Euler a",
      guidance_scale: 6.5,
      seed: 1_234_567_890,
      img_width: 1024,
      img_height: 1024,
    },
    unused: [
      { name: "Model", text: "juggernautXL_v9" },
      { name: "Model hash", text: "31e35c80fc" },
      { name: "Clip skip", text: "2" },
      { name: "TI hashes", text: "a: 1, b: 2" },
      { name: "Version", text: "v1.9.4" },
    ],
  });
});

test("finds a checkpoint by name", () => {
  const recipe = readRecipe(automatic, [sdxlImg2img]);
  expect(recipe?.values).toMatchObject({ base_model: "juggernaut", scheduler: "Euler a" });
  expect(recipe?.unused).toContainEqual({ name: "Width", text: "1024" });
});

test.each([
  ["Sampler: DPM++ 2M, Schedule type: Karras", sdxlImg2img, "DPM++ 2M Karras", []],
  ["Sampler: DPM++ 2M, Schedule type: Automatic", sdxlImg2img, "DPM++ 2M", []],
  ["Schedule type: Karras, Sampler: DPM++ 2M", sdxlTxt2img, "dpmpp_2m", ["Schedule type"]],
  ["Sampler: EulerAncestralDiscreteScheduler", sdxlTorch, "Euler a", []],
  ["Sampler: k_euler_a", sdxlTxt2img, "euler_a", []],
  ["Sampler: DPM++ 2M", sdxlTorch, "DPM Multi", []],
  ["Sampler: PLMS", sd21Txt2img, "PNDM", []],
  ["Sampler: a future sampler", sdxlImg2img, undefined, ["Sampler"]],
])("matches %s to this model's scheduler", (sampler, model, scheduler, unused) => {
  const recipe = readRecipe(`a\nSteps: 20, ${sampler}, Seed: 1`, [model]);
  expect(recipe?.values["scheduler"]).toBe(scheduler);
  expect(recipe?.unused.map(({ name }) => name)).toEqual(unused);
});

test("ignores invalid values, and never rounds", () => {
  const text = "a\nSteps: 10, Sampler: Euler, Seed: 12345678901234567890, CFG scale: seven";
  const recipe = readRecipe(text, [sdxlTorch]);
  expect(recipe?.values).toEqual({ prompt: "a", scheduler: "Euler" });
  expect(recipe?.unused.map(({ name }) => name)).toEqual(["Steps", "Seed", "CFG scale"]);
});

test("turns the refiner on if it is named", () => {
  const text =
    "a\nSteps: 25, Seed: 4, Refiner: sd_xl_refiner_1.0 [7440042bbd], Refiner switch at: 0.8";
  expect(readRecipe(text, [sdxlTorch])?.values).toMatchObject({
    refiner: true,
    high_noise_fraction: 0.8,
  });
});

test("keeps unquoted JSON lists as one value, and lists settings after the line", () => {
  const text = `a\nSteps: 25, Seed: 4, Size: 512x512, Civitai resources: [{"a":1,"b":"]"}], Hires: x, y\nTemplate: {a|b}`;
  expect(readRecipe(text, [sd21Txt2img])?.unused).toEqual([
    { name: "Civitai resources", text: '[{"a":1,"b":"]"}]' },
    { name: "Hires", text: "x, y" },
    { name: "Template", text: "{a|b}" },
  ]);
});

test.each([
  "",
  "a fox in the snow",
  "portrait, style: oil, mood: calm, light: soft",
  "a sign that says Steps: 20",
  "a diagram. Model: T, Size: 3",
  "{a|b} {c}",
  '{"prompt":"a"}',
  '["prompt"]',
])("reads %o as a prompt, not as a recipe", (text) => {
  expect(readRecipe(text, catalog)).toBeUndefined();
});

test("reads a payload, and lists unknown fields", () => {
  const recipe = readRecipe('{ "prompt": "a", "seed": 5, "samples": 9, "lora": ["x"] }', [
    sdxlTorch,
  ]);
  expect(recipe).toEqual({
    values: { prompt: "a", seed: 5 },
    unused: [
      { name: "samples", text: "9" },
      { name: "lora", text: '["x"]' },
    ],
  });
});

test("writes text that people and other programs can read", () => {
  expect(
    writeRecipe(sdxlTorch, { ...payloads["sdxl-torch"], prompt: "a fox", style: "base" }),
  ).toBe(
    `a fox
Negative prompt: ${String(payloads["sdxl-torch"]?.["negative_prompt"])}
Steps: 25, style: base, samples: 1, Sampler: UniPC, CFG scale: 8, Denoising strength: 0.2, Refiner switch at: 0.8, Seed: 468685, Refiner: true, base64: false, Size: 1024x1024, Model: sdxl-torch, Version: Easel`,
  );
});

test.each([
  ["no negative prompt", { prompt: "a fox", negative_prompt: "" }, "a fox\nSteps: 25"],
  [
    "surrounding whitespace",
    { prompt: " a fox\n", negative_prompt: "dim " },
    "a fox\nNegative prompt: dim\nSteps: 25",
  ],
])(
  "keeps the prompt readable for other programs, and restores everything: %s",
  (_, texts, beginning) => {
    const sent = { ...texts, num_inference_steps: 25 };
    const text = writeRecipe(sdxlTorch, sent);
    expect(text.slice(0, beginning.length)).toBe(beginning);
    expect(readRecipe(text, [sdxlTorch])?.values).toEqual(sent);
  },
);

test("finds the model by ID or title, and reads its fields", () => {
  const text = writeRecipe(sd21Txt2img, { prompt: "a", seed: 7 });
  expect(readRecipe(text, catalog)).toEqual({
    model: sd21Txt2img,
    values: { prompt: "a", seed: 7 },
    unused: [],
  });
  expect(readRecipe(text.replace(sd21Txt2img.id, sd21Txt2img.title), catalog)?.model).toBe(
    sd21Txt2img,
  );
  expect(readRecipe(text, [sdxlTorch])?.unused).toEqual([{ name: "Model", text: "sd2.1-txt2img" }]);
});

test("omits an image file, but keeps a URL", () => {
  const input = { prompt: "a", image: "data:image/png;base64,AAAA" };
  expect(writeRecipe(sdxlImg2img, input)).not.toContain("base64,");
  const image = "https://a.example/b,c.png";
  const text = writeRecipe(sdxlImg2img, { prompt: "a", image });
  expect(readRecipe(text, [sdxlImg2img])?.values["image"]).toBe(image);
});

const odd = defineModel({
  id: "odd",
  title: "Odd",
  task: "text-to-image",
  input: z.object({
    prompt: z.string(),
    negative_prompt: z.string().optional(),
    Model: z.string().optional(),
    Size: z.string().optional(),
    "a, b: c": z.string().optional(),
    note: z.string().optional(),
    loras: z.array(z.string()).optional(),
    steps: z.coerce.number().optional(),
    width: z.int().optional(),
    height: z.int().optional(),
    scheduler: z
      .string()
      .optional()
      .meta({ "x-easel": { options: [{ value: "Euler a" }] } }),
  }),
});

const texts = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "a\nb",
    " a ",
    "a\r\nb",
    "Negative prompt: x",
    "a\nNegative prompt: b\nc",
    "Steps: 20, Sampler: Euler, Seed: 5, Version: Easel",
    'parameters\n"x", y: [1',
    "\u2028",
  ),
);

test("restores any input", () => {
  const input = fc.record(
    {
      prompt: texts,
      negative_prompt: texts,
      Model: texts,
      Size: texts,
      "a, b: c": texts,
      note: texts,
      loras: fc.array(texts),
      steps: fc.integer({ min: 0, max: 99 }),
      width: fc.integer({ min: 1, max: 2048 }),
      height: fc.integer({ min: 1, max: 2048 }),
      scheduler: fc.oneof(texts, fc.constant("euler_a"), fc.constant("Euler a")),
    },
    { requiredKeys: ["prompt"] },
  );
  fc.assert(
    fc.property(input, (sent) => {
      const recipe = readRecipe(writeRecipe(odd, sent), [odd, ...catalog]);
      expect({ ...recipe?.values }).toEqual({ ...sent });
      expect(recipe?.unused).toEqual([]);
      expect(recipe?.model).toBe(odd);
    }),
    { numRuns: 1000 },
  );
});

test.each(catalog.map((model) => [model.id, model] as const))(
  "restores the payload on the page of %s",
  (id, model) => {
    const sent = payloads[id] ?? {};
    expect(readRecipe(writeRecipe(model, sent), catalog)).toEqual({
      model,
      values: sent,
      unused: [],
    });
  },
);

test("never throws for any text", () => {
  fc.assert(
    fc.property(fc.oneof(texts, fc.json()), texts, (a, b) => {
      readRecipe(`${a}\nSteps: 20, Sampler: ${b}, Seed: 1, ${a}: ${b}`, catalog);
      readRecipe(`${a}${b}`, catalog);
    }),
  );
});
