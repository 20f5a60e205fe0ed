import { expect, test } from "vitest";
import * as z from "zod/v4";
import { catalog } from "./catalog/catalog.ts";
import { sdxlTorch } from "./catalog/sdxlTorch.ts";
import { sdxlTxt2img } from "./catalog/sdxlTxt2img.ts";
import { defineModel } from "./defineModel.ts";
import { initialValues, valuesFromForm } from "./formValues.ts";
import { parseInput } from "./parseInput.ts";

const own = defineModel({
  id: "own",
  title: "Own",
  task: "text-to-image",
  input: z.object({
    prompt: z.string(),
    note: z.string().optional(),
    steps: z.int().default(20),
    scale: z.number().optional(),
    seed: z.int().optional(),
    width: z.int().optional(),
    sampler: z.enum(["a", "b"]).optional(),
    tiled: z.boolean().optional(),
    crop: z.boolean().default(false),
    loras: z.array(z.string()).default([]),
    extra: z.object({ a: z.string() }).optional(),
  }),
  initial: { steps: 0, scale: 7 },
});

test('uses initial, then the default, then a blank: "" for text, undefined for numbers', () => {
  expect(initialValues(own)).toStrictEqual({
    prompt: "",
    note: "",
    steps: 0,
    scale: 7,
    seed: undefined,
    width: undefined,
    sampler: "",
    tiled: undefined,
    crop: false,
    loras: [],
    extra: undefined,
  });
});

test("omits blank fields, but keeps zero, false, and whitespace", () => {
  const values = {
    prompt: "a",
    note: "",
    steps: 0,
    scale: null,
    seed: undefined,
    width: "",
    sampler: "",
    tiled: false,
    crop: false,
    loras: [],
    other: "an unknown field",
  };
  expect(valuesFromForm(own, values)).toStrictEqual({
    prompt: "a",
    steps: 0,
    tiled: false,
    crop: false,
    loras: [],
  });
  expect(valuesFromForm(own, { ...values, note: " " })).toMatchObject({ note: " " });
});

test("keeps a blank prompt, so that it is rejected, even if the page calls it optional", () => {
  for (const blank of ["", undefined, null]) {
    const values = valuesFromForm(sdxlTxt2img, { ...initialValues(sdxlTxt2img), prompt: blank });
    expect(values).toMatchObject({ prompt: "" });
    expect(parseInput(sdxlTxt2img, values)).toEqual({
      ok: false,
      fields: { prompt: "Write a prompt." },
    });
  }
});

test("keeps text in a number field, so that it is rejected", () => {
  const form = { ...initialValues(sdxlTorch), prompt: "a", samples: "2" };
  const values = valuesFromForm(sdxlTorch, form);
  expect(parseInput(sdxlTorch, values)).toEqual({
    ok: false,
    fields: { samples: "Must be a number." },
  });
});

test("always has the default of a field that accepts only one value", () => {
  const values = valuesFromForm(sdxlTorch, { ...initialValues(sdxlTorch), img_width: 512 });
  expect(values.img_width).toBe(1024);
});

test.each(catalog)("sends the page's defaults for an empty form of $id", (model) => {
  const kept = { prompt: "a", image: "https://a.example/b.png" };
  const emptied = Object.fromEntries(
    Object.keys(initialValues(model)).map((name) => [
      name,
      name in kept ? kept[name as "prompt"] : "",
    ]),
  );
  const { prompt, image } = kept;
  const least = model.task === "image-to-image" ? { prompt, image } : { prompt };
  expect(parseInput(model, valuesFromForm(model, emptied))).toEqual(parseInput(model, least));
});
