import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { sdxlImg2img } from "../models/catalog/sdxlImg2img.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { readRecipe } from "../models/recipes/readRecipe.ts";
import { fillForm } from "./fillForm.ts";
import { useModelForm } from "./useModelForm.ts";

afterEach(cleanup);

const text = "a red fox\nSteps: 30, Sampler: Euler a, Seed: 7, Clip skip: 2";

test("fills the whole form from a recipe, and restores the earlier values on undo", async () => {
  const { result } = renderHook(() =>
    useModelForm(sdxlTorch, { values: { samples: 3, negative_prompt: "blurry", strength: 0.9 } }),
  );
  const recipe = readRecipe(text, [sdxlTorch]);
  if (!recipe) throw new Error("The text isn't a recipe.");
  const before = result.current.form.getValues();
  const undo = await act(async () => fillForm(result.current, recipe));
  expect(result.current.form.getValues()).toEqual({
    prompt: "a red fox",
    num_inference_steps: 30,
    scheduler: "Euler a",
    seed: 7,
    // Fields that the recipe omits get the model's defaults.
    negative_prompt: "",
    style: "base",
    samples: 1,
    guidance_scale: 7.5,
    strength: 0.2,
    high_noise_fraction: 0.8,
    refiner: true,
    img_width: 1024,
    img_height: 1024,
    base64: false,
  });
  await act(async () => undo());
  expect(result.current.form.getValues()).toEqual(before);
});

test("changes only the fields in `values`, and keeps an input image when a recipe is applied", async () => {
  const image = "https://images.example/a.png";
  const { result } = renderHook(() =>
    useModelForm(sdxlImg2img, { values: { image, negative_prompt: "blurry" } }),
  );
  await act(async () => fillForm(result.current, { values: { seed: 7 } }));
  expect(result.current.form.getValues()).toMatchObject({ negative_prompt: "blurry", seed: 7 });
  await act(async () => fillForm(result.current, { values: { prompt: "a fox" }, unused: [] }));
  expect(result.current.form.getValues()).toMatchObject({ image, negative_prompt: "", seed: -1 });
});

test("clears an error when a field is filled with a valid value", async () => {
  const { result } = renderHook(() => {
    const modelForm = useModelForm(sdxlTorch, { values: { prompt: "" } });
    return { modelForm, errors: modelForm.form.formState.errors };
  });
  await act(() => result.current.modelForm.form.trigger());
  expect(Object.keys(result.current.errors)).toEqual(["prompt"]);
  await act(async () => fillForm(result.current.modelForm, { values: { prompt: "a fox" } }));
  expect(Object.keys(result.current.errors)).toEqual([]);
});

test("ignores names that the model doesn't have", () => {
  const { result } = renderHook(() => useModelForm(sdxlTorch));
  fillForm(result.current, { values: { lora: "x" } });
  expect(result.current.form.getValues()).not.toHaveProperty("lora");
});
