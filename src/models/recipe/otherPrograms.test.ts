import { expect, test } from "vitest";
import { sdxlImg2img } from "../catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../catalog/sdxlTorch.ts";
import { sdxlTxt2img } from "../catalog/sdxlTxt2img.ts";
import { readRecipe } from "../recipes/readRecipe.ts";

const json = (value: unknown) => JSON.stringify(value);
const read = (text: string) => readRecipe(text, [sdxlTorch]);
const unusedNames = (text: string) => read(text)?.unused.map(({ name }) => name);

test.each([
  ["numbers as text", { prompt: "p", num_inference_steps: "24", seed: "4242424242" }],
  ["A1111", { prompt: "p", steps: 24, seed: 4_242_424_242 }],
  ["SwarmUI", { sui_image_params: { prompt: "p", steps: 24, seed: 4_242_424_242 } }],
  ["RuinedFooocus", { Prompt: "p", steps: 24, seed: 4_242_424_242 }],
  ["InvokeAI", { positive_prompt: "p", steps: 24, seed: 4_242_424_242 }],
  ["old InvokeAI", { image: { prompt: [{ prompt: "p" }], steps: 24, seed: 4_242_424_242 } }],
  ["Draw Things", { c: "p", steps: 24, seed: 4_242_424_242 }],
  [
    "a Replicate prediction",
    { input: { prompt: "p", num_inference_steps: 24, seed: 4_242_424_242 } },
  ],
])("reads the settings of %s", (_, settings) => {
  const values = { prompt: "p", num_inference_steps: 24, seed: 4_242_424_242 };
  expect(read(json(settings))?.values).toEqual(values);
  expect(read(JSON.stringify(settings, null, 4))?.values).toEqual(values);
});

test.each([
  [{ scheduler: "K_EULER_ANCESTRAL" }, "Euler a", []],
  [{ scheduler: "euler_a" }, "Euler a", []],
  [{ sampler: "euler_ancestral", scheduler: "karras" }, "Euler a", ["scheduler"]],
  [{ sampler_name: "dpm2_a", scheduler: "karras" }, "DPM2 a Karras", []],
  [{ sampler_name: "k_heun", scheduler: "normal" }, "Heun", []],
  [{ sampler: "a future sampler" }, undefined, ["sampler"]],
])("matches %o to a scheduler", (settings, scheduler, unused) => {
  const recipe = read(json({ prompt: "p", steps: 24, ...settings }));
  expect(recipe?.values["scheduler"]).toBe(scheduler);
  expect(recipe?.unused.map(({ name }) => name)).toEqual(unused);
});

test.each(["[1024,1024]", '"(1024, 1024)"', '"1024x1024"', '"1024 × 1024"'])(
  "reads %s as a size",
  (size) => {
    const recipe = read(`{"prompt":"p","resolution":${size}}`);
    expect(recipe?.values).toEqual({ prompt: "p", img_width: 1024, img_height: 1024 });
  },
);

test("prefers a field's name to its meaning in other programs", () => {
  const payload = { prompt: "p", seed: 3, scheduler: "a future sampler", base_model: "juggernaut" };
  expect(readRecipe(json(payload), [sdxlImg2img])?.values).toEqual(payload);
  const foreign = { prompt: "p", steps: 20, scheduler: "euler_a", base_model: "juggernautXL_v8" };
  expect(readRecipe(json(foreign), [sdxlImg2img])?.values).toMatchObject({
    scheduler: "Euler a",
    base_model: "juggernaut",
  });
});

test("lists unused settings as written, with every digit", () => {
  const text = `{"prompt": "p", "steps": 24, "seed": 12345678901234567890, "rescale": 0.70,
    "loras": [{"name": "x", "weight": 1.0, "hash": 98765432109876543210}], "is_changed": NaN}`;
  expect(read(text)).toEqual({
    values: { prompt: "p", num_inference_steps: 24 },
    unused: [
      { name: "seed", text: "12345678901234567890" },
      { name: "rescale", text: "0.70" },
      { name: "loras", text: '[{"name": "x", "weight": 1.0, "hash": 98765432109876543210}]' },
      { name: "is_changed", text: "NaN" },
    ],
  });
});

test("keeps a list of Civitai resources as one unchanged value", () => {
  const resources = '[{"type":"lora","weight":0.80,"modelVersionId":9007199254740993123}]';
  const text = `p\nSteps: 24, Seed: 5, Sampler: Euler a, Civitai resources: ${resources}, Civitai metadata: {}`;
  expect(read(text)?.unused).toEqual([
    { name: "Civitai resources", text: resources },
    { name: "Civitai metadata", text: "{}" },
  ]);
});

test("ignores an empty prompt", () => {
  expect(read('{"prompt":"","steps":24,"seed":5}')).toEqual({
    values: { num_inference_steps: 24, seed: 5 },
    unused: [],
  });
  expect(read('{"prompt":" ","num_inference_steps":24,"seed":5}')?.unused).toEqual([]);
});

const line = "Steps: 24, Sampler: Euler a, Seed: 5";

test.each([
  [`${line}, Denoising strength: 0.4, Hires upscale: 2`, sdxlImg2img, undefined],
  [`${line}, Denoising strength: 0.4`, sdxlImg2img, 0.4],
  [`${line}, Denoising strength: 0.4`, sdxlTorch, undefined],
  [`${line}, ADetailer denoising strength: 0.4`, sdxlImg2img, undefined],
  [`${line}, Strength: 0.4, Guidance Scale: 7`, sdxlTorch, undefined],
  [`${line}, Denoising strength: 0.4, Version: Easel`, sdxlTorch, 0.4],
])("assigns the strength of %s to the model or ignores it", (settings, model, strength) => {
  const recipe = readRecipe(`p\n${settings}`, [model]);
  expect(recipe?.values["strength"]).toBe(strength);
  const unused = recipe?.unused.filter(({ name }) => /strength$/i.test(name)) ?? [];
  expect(unused).toHaveLength(strength === undefined ? 1 : 0);
});

test.each([
  [{ steps: 24, denoising_strength: 0.4, enable_hr: true }, undefined],
  [{ steps: 24, denoising_strength: 0.4, enable_hr: false, hr_scale: 2 }, 0.4],
  [{ steps: 24, denoising_strength: 0.4, hr_scale: 2 }, undefined],
  [{ seed: 5, strength: 0.4 }, 0.4],
])("assigns the strength of %o to the model or ignores it", (settings, strength) => {
  const recipe = readRecipe(json({ prompt: "p", ...settings }), [sdxlImg2img]);
  expect(recipe?.values["strength"]).toBe(strength);
});

test.each([
  '{"c":"p","uc":"","steps":24}',
  '{"prompt":"p","negative_prompt":" ","steps":24}',
  '{"prompt":"p","negative_prompt":"","num_inference_steps":24}',
])("prefers an empty negative prompt to the model's default: %s", (text) => {
  expect(read(text)).toEqual({
    values: { prompt: "p", negative_prompt: "", num_inference_steps: 24 },
    unused: [],
  });
});

test("doesn't read an upscaler's scale as guidance", () => {
  const payload = { image: "https://images.example/a.png", prompt: "p", scale: 4 };
  expect(readRecipe(json(payload), [sdxlImg2img])?.values).not.toHaveProperty("guidance_scale");
  expect(read(json({ prompt: "p", scale: 4, steps: 24 }))?.values["guidance_scale"]).toBe(4);
  expect(read(json({ prompt: "p", scale: 4, sampler: "x" }))?.values["guidance_scale"]).toBe(4);
});

test("accepts unknown values of an open list only from a payload", () => {
  const payload = { prompt: "p", seed: 3, scheduler: "a future sampler" };
  expect(readRecipe(json(payload), [sdxlImg2img])?.values).toEqual(payload);
  const foreign = readRecipe(json({ ...payload, clip_skip: 2 }), [sdxlImg2img]);
  expect(foreign?.values).toEqual({ prompt: "p", seed: 3 });
});

test.each([
  ["42.0000000000000001", undefined],
  ["42.0", 42],
  ["4.2e1", 42],
  ["0042", 42],
  ["9007199254740993", undefined],
])("reads the seed %s as %s", (text, seed) => {
  expect(read(`p\nSteps: 24, Sampler: Euler a, Seed: ${text}`)?.values["seed"]).toBe(seed);
});

test.each([
  ["6.50", 6.5],
  ["6.5000000000000001", undefined],
  ["6.0999999999999996", 6.1],
  [".5e1", 5],
])("reads the guidance %s as %s", (text, guidance) => {
  const recipe = read(`p\nSteps: 24, Seed: 5, CFG scale: ${text}`);
  expect(recipe?.values["guidance_scale"]).toBe(guidance);
});

test("removes LoRA tags from the prompt, unless this model was sent them", () => {
  expect(read(`a fox <lora:ink_v2:0.80>, snow\n${line}`)).toMatchObject({
    values: { prompt: "a fox , snow" },
    unused: [{ name: "lora", text: "ink_v2:0.80" }],
  });
  expect(read(`a fox <lora:ink:0.8>\n${line}, Version: Easel`)?.values["prompt"]).toBe(
    "a fox <lora:ink:0.8>",
  );
});

const graph = (nodes: Record<string, readonly [type: string, inputs: object]>) =>
  json(
    Object.fromEntries(
      Object.entries(nodes).map(([id, [class_type, inputs]]) => [id, { class_type, inputs }]),
    ),
  );
const base = {
  "4": ["CheckpointLoaderSimple", { ckpt_name: "x.safetensors" }],
  "5": ["EmptyLatentImage", { width: 1024, height: 1024, batch_size: 1 }],
  "6": ["CLIPTextEncode", { text: "a fox", clip: ["4", 1] }],
  "7": ["CLIPTextEncode", { text: "dim", clip: ["4", 1] }],
} as const;
const sampler = {
  seed: 5,
  steps: 24,
  cfg: 6.5,
  sampler_name: "euler_ancestral",
  scheduler: "normal",
  denoise: 1,
  model: ["4", 0],
  positive: ["6", 0],
  negative: ["7", 0],
  latent_image: ["5", 0],
};
const graphValues = {
  prompt: "a fox",
  negative_prompt: "dim",
  seed: 5,
  num_inference_steps: 24,
  guidance_scale: 6.5,
  scheduler: "Euler a",
  img_width: 1024,
  img_height: 1024,
};

test("reads the first of a graph's passes", () => {
  const second = { ...sampler, seed: 9, steps: 10, denoise: 0.5, latent_image: ["3", 0] };
  const recipe = read(graph({ "1": ["KSampler", second], ...base, "3": ["KSampler", sampler] }));
  expect(recipe?.values).toEqual(graphValues);
  expect(recipe?.unused).toContainEqual({ name: "KSampler denoise", text: "0.5" });
});

test("follows a graph's links to values and prompts", () => {
  const text = graph({
    ...base,
    "3": ["KSampler", { ...sampler, seed: ["20", 0], positive: ["21", 0], negative: ["21", 1] }],
    "6": ["CLIPTextEncode", { text: ["22", 0], clip: ["23", 0] }],
    "20": ["Seed (rgthree)", { seed: 5 }],
    "21": ["ControlNetApplyAdvanced", { strength: 0.3, positive: ["6", 0], negative: ["7", 0] }],
    "22": ["Text Multiline", { string: "a fox" }],
    "23": ["LoraLoader", { lora_name: "ink", strength_model: 0.8, clip: ["4", 1] }],
  });
  expect(read(text)?.values).toEqual(graphValues);
  expect(read(`{"prompt": ${text}, "client_id": "x"}`)?.values).toEqual(graphValues);
  expect(unusedNames(text)).toContain("LoraLoader strength_model");
});

test("reads a sampler that is split into several nodes", () => {
  const text = graph({
    ...base,
    "1": [
      "SamplerCustomAdvanced",
      {
        noise: ["10", 0],
        guider: ["11", 0],
        sampler: ["12", 0],
        sigmas: ["13", 0],
        latent_image: ["5", 0],
      },
    ],
    "10": ["RandomNoise", { noise_seed: 5 }],
    "11": ["BasicGuider", { model: ["4", 0], conditioning: ["14", 0] }],
    "12": ["KSamplerSelect", { sampler_name: "euler_ancestral" }],
    "13": ["BasicScheduler", { scheduler: "normal", steps: 24, denoise: 1 }],
    "14": ["FluxGuidance", { guidance: 6.5, conditioning: ["6", 0] }],
  });
  const { negative_prompt: _, ...values } = graphValues;
  expect(read(text)?.values).toEqual(values);
});

test("ignores a zeroed prompt and a repeated prompt", () => {
  const { negative_prompt: _, ...values } = graphValues;
  const zeroed = {
    ...base,
    "3": ["KSampler", { ...sampler, negative: ["30", 0] }],
    "30": ["ConditioningZeroOut", { conditioning: ["6", 0] }],
  } as const;
  expect(read(graph(zeroed))?.values).toEqual(values);
  const twice = graph({ ...base, "3": ["KSampler", { ...sampler, negative: ["6", 0] }] });
  expect(read(twice)?.values).toEqual(values);
});

test("prefers the guidance in the prompt's nodes to the sampler's CFG", () => {
  const text = graph({
    ...base,
    "3": ["KSampler", { ...sampler, cfg: 1, positive: ["31", 0] }],
    "31": ["FluxGuidance", { guidance: 6.5, conditioning: ["6", 0] }],
  });
  expect(read(text)?.values).toEqual(graphValues);
  expect(read(text)?.unused).toContainEqual({ name: "KSampler cfg", text: "1" });
  expect(unusedNames(text)).not.toContain("FluxGuidance guidance");
});

test("reads an encoder's text only from its text input", () => {
  const text = graph({
    ...base,
    "3": ["KSampler", sampler],
    "6": ["CLIPTextEncode", { clip: ["32", 0], text: ["22", 0] }],
    "22": ["Text Multiline", { string: "a fox" }],
    "32": ["Loader", { text: "a file" }],
  });
  expect(read(text)?.values).toEqual(graphValues);
});

test("doesn't list a linked value as unused", () => {
  const text = graph({
    ...base,
    "3": ["KSampler", { ...sampler, seed: ["33", 0], steps: ["34", 0] }],
    "33": ["Reroute", { value: ["35", 0] }],
    "34": ["PrimitiveInt", { value: 24 }],
    "35": ["PrimitiveInt", { value: 5 }],
  });
  expect(read(text)?.values).toEqual(graphValues);
  expect(unusedNames(text)).not.toContain("PrimitiveInt value");
});

test("keeps every digit of a graph's seed, and terminates on loops", () => {
  const text = graph({
    ...base,
    "3": ["KSampler", { ...sampler, positive: ["30", 0], steps: ["30", 0] }],
    "30": ["Loop", { conditioning: ["30", 0], value: ["30", 0] }],
  }).replace('"seed":5', '"seed":18446744073709551615');
  const { prompt: _, seed: __, num_inference_steps: ___, ...values } = graphValues;
  expect(read(text)?.values).toEqual(values);
  expect(read(text)?.unused).toContainEqual({ name: "seed", text: "18446744073709551615" });
});

test.each([
  '{"prompt":"a"}',
  '{"model":"gpt","prompt":"a"}',
  '{"a":{"class_type":"X"}}',
  '{"prompt":"a","steps"}',
  "{}",
  '{"prompt":"a","seed":1}}',
])("rejects %s", (text) => {
  expect(readRecipe(text, [sdxlTorch, sdxlTxt2img])).toBeUndefined();
});

test("rejects JSON that is nested too deeply", () => {
  const deep = (levels: number) =>
    `{"prompt":"a","seed":1,"x":${"[".repeat(levels)}${"]".repeat(levels)}}`;
  expect(read(deep(60))?.values).toEqual({ prompt: "a", seed: 1 });
  expect(read(deep(100_000))).toBeUndefined();
});
