import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { readRecipe, sdxlTorch } from "../models/index.ts";
import { fillForm } from "./fillForm.ts";
import { useModelForm } from "./useModelForm.ts";

afterEach(cleanup);

const text = "a red fox\nSteps: 30, Sampler: Euler a, Seed: 7, Clip skip: 2";

test("a recipe fills its own fields, and the way back has the earlier values", async () => {
  const { result } = renderHook(() => useModelForm(sdxlTorch, { values: { samples: 3 } }));
  const recipe = readRecipe(text, [sdxlTorch]);
  if (!recipe) throw new Error("The text was no recipe.");
  const before = result.current.form.getValues();
  const undo = await act(async () => fillForm(result.current, recipe));
  expect(result.current.form.getValues()).toEqual({
    ...before,
    prompt: "a red fox",
    num_inference_steps: 30,
    scheduler: "Euler a",
    seed: 7,
  });
  await act(async () => undo());
  expect(result.current.form.getValues()).toEqual(before);
});

test("what was refused before is right once it is filled", async () => {
  const { result } = renderHook(() => {
    const modelForm = useModelForm(sdxlTorch, { values: { prompt: "" } });
    return { modelForm, errors: modelForm.form.formState.errors };
  });
  await act(() => result.current.modelForm.form.trigger());
  expect(Object.keys(result.current.errors)).toEqual(["prompt"]);
  await act(async () => fillForm(result.current.modelForm, { values: { prompt: "a fox" } }));
  expect(Object.keys(result.current.errors)).toEqual([]);
});

test("names that the model has not are left alone", () => {
  const { result } = renderHook(() => useModelForm(sdxlTorch));
  fillForm(result.current, { values: { lora: "x" } });
  expect(result.current.form.getValues()).not.toHaveProperty("lora");
});
