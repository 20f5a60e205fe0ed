import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod/v4";
import { catalog } from "../models/catalog/catalog.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { defineModel } from "../models/defineModel.ts";
import { useFieldWarnings } from "./useFieldWarnings.ts";
import { useModelForm } from "./useModelForm.ts";

afterEach(cleanup);

async function submit<T>(form: {
  handleSubmit: (onValid: (input: T) => void) => () => Promise<void>;
}) {
  const onValid = vi.fn<(input: T) => void>();
  await act(() => form.handleSubmit(onValid)());
  return onValid.mock.calls[0]?.[0];
}

test.each(catalog.map((model) => [model.id, model] as const))(
  "submits the initial values of %s with a prompt",
  async (_id, model) => {
    const { result } = renderHook(() =>
      useModelForm(model, { values: { prompt: "a fox", image: "https://files.test/fox.png" } }),
    );
    expect(await submit(result.current.form)).toMatchObject({ base64: false });
  },
);

test("omits blank values, and rejects a blank prompt", async () => {
  const { result } = renderHook(() =>
    useModelForm(sdxlTorch, { values: { prompt: "a panda", negative_prompt: "" } }),
  );
  expect(await submit(result.current.form)).not.toHaveProperty("negative_prompt");
  act(() => result.current.form.setValue("prompt", "  "));
  expect(await submit(result.current.form)).toBeUndefined();
  expect(result.current.form.getFieldState("prompt").error?.message).toBe("Write a prompt.");
});

test("supports a custom model with a classic zod schema", async () => {
  const own = defineModel({
    id: "own",
    title: "Own",
    task: "text-to-image",
    input: z.object({ prompt: z.string().min(3), steps: z.int().max(9).default(4) }),
  });
  const { result } = renderHook(() => useModelForm(own, { values: { prompt: "ab" } }));
  expect(await submit(result.current.form)).toBeUndefined();
  expect(result.current.form.getFieldState("prompt").error?.message).toBe(
    "Must have at least 3 characters.",
  );
  act(() => result.current.form.setValue("prompt", "abc"));
  expect(await submit(result.current.form)).toEqual({ prompt: "abc", steps: 4 });
});

test("useFieldWarnings returns a warning for both fields of a rule, and for no other field", () => {
  const { result } = renderHook(() => {
    const form = useModelForm(sdxlTorch);
    return {
      form,
      refiner: useFieldWarnings(form, "refiner"),
      fraction: useFieldWarnings(form, "high_noise_fraction"),
      prompt: useFieldWarnings(form, "prompt"),
    };
  });
  expect(result.current.refiner).toEqual([]);
  act(() => result.current.form.form.setValue("high_noise_fraction", 1));
  expect(result.current.refiner[0]).toMatch(/no steps are left/);
  expect(result.current.fraction).toEqual(result.current.refiner);
  expect(result.current.prompt).toEqual([]);
});
