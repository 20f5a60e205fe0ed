import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/v4";
import * as mini from "zod/v4-mini";
import { sdxlTorch } from "./catalog/sdxlTorch.ts";
import { defineModel, type Model } from "./defineModel.ts";
import { describeField } from "./describeField.ts";
import { describeFields } from "./describeFields.ts";
import { initialValues, valuesFromForm } from "./formValues.ts";
import { limitModel, type FieldLimit } from "./limitModel.ts";
import { modelFromJsonSchema, type JsonSchema } from "./modelFromJsonSchema.ts";
import { modelToJsonSchema } from "./modelToJsonSchema.ts";
import { parseInput } from "./parseInput.ts";

const info = { id: "own", title: "Own", task: "text-to-image" } as const;

const classic = defineModel({
  ...info,
  input: z.object({
    prompt: z.string().min(1),
    steps: z.int().min(1).max(100).default(50).meta({ title: "Steps", description: "How many." }),
    width: z.int().multipleOf(64).min(64).max(2048).default(1024),
    size: z.literal([512, 768, 1024]).default(1024),
    scheduler: z.enum(["DDIM", "UniPC", "Euler"]).default("UniPC"),
    look: z
      .string()
      .optional()
      .meta({
        "x-easel": { kind: "style", options: [{ value: "a", label: "A" }, { value: "b" }] },
      }),
    seed: z.union([z.literal(-1), z.int().min(0)]).default(-1),
    weight: z.number().gt(0).lt(1).nullish(),
    refine: z.boolean().default(true),
    many: z.array(z.string()).default([]),
    shout: z
      .string()
      .transform((text) => text.toUpperCase())
      .optional(),
    calm: z.int().catch(7),
    mixed: z.union([z.enum(["auto"]), z.int().nullable()]).default("auto"),
    murky: z.union([z.int(), z.int().transform((n) => n * 2)]),
  }),
});

const lean = defineModel({
  ...info,
  input: mini.object({
    prompt: mini.string(),
    steps: describeField(mini._default(mini.int().check(mini.gte(1), mini.lte(100)), 50), {
      label: "Steps",
      help: "How many.",
    }),
    width: mini._default(mini.int().check(mini.multipleOf(64), mini.gte(64), mini.lte(2048)), 1024),
    size: mini._default(mini.literal([512, 768, 1024]), 1024),
    scheduler: mini._default(mini.enum(["DDIM", "UniPC", "Euler"]), "UniPC"),
    look: describeField(mini.optional(mini.string()), {
      label: "Look",
      kind: "style",
      options: [{ value: "a", label: "A" }, { value: "b" }],
    }),
    seed: mini._default(mini.union([mini.literal(-1), mini.int().check(mini.gte(0))]), -1),
    weight: mini.nullish(mini.number().check(mini.gt(0), mini.lt(1))),
    refine: mini._default(mini.boolean(), true),
    many: mini._default(mini.array(mini.string()), []),
  }),
});

const { shout: _1, calm: _2, murky: _3, mixed: _4, ...plain } = classic.input.shape;
const overTheWire = (model: Model): Model =>
  modelFromJsonSchema(JSON.parse(JSON.stringify(modelToJsonSchema(model))) as JsonSchema, {
    ...info,
    ...(model.initial ? { initial: model.initial } : {}),
  });

/** zod 4.2 or later reads JSON Schema. */
const readsJsonSchema = "fromJSONSchema" in z;

const models: [string, Model][] = [
  ["classic zod", defineModel({ ...info, input: z.strictObject(plain) })],
  ["zod mini", lean],
  ...(readsJsonSchema ? ([["JSON Schema", overTheWire(lean)]] as [string, Model][]) : []),
];

const fieldOf = (model: Model, name: string) =>
  describeFields(model).find((described) => described.name === name);
const takes = (model: Model, values: object) => parseInput(model, { prompt: "a", ...values }).ok;
const sent = (model: Model, values: object = {}) => {
  const parsed = parseInput(model, { prompt: "a", ...values });
  return parsed.ok ? (parsed.input as Record<string, unknown>) : parsed.fields;
};

test.each(models)("%s: narrows a range, keeps its texts, and moves its default", (_name, model) => {
  const limited = limitModel(model, { steps: { min: 5, max: 20 } });
  expect([limited.id, limited.title]).toEqual([model.id, model.title]);
  expect(fieldOf(limited, "steps")).toEqual({
    ...fieldOf(model, "steps"),
    min: 5,
    max: 20,
    slider: { min: 5, max: 20 },
    default: 20,
  });
  expect([4, 5, 20, 21].map((steps) => takes(limited, { steps }))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(sent(limited)["steps"]).toBe(20);
  expect(sent(limited, { steps: 21 })).toEqual({ steps: "Must be 20 or less." });
  expect([takes(model, { steps: 100 }), sent(model)["steps"]]).toEqual([true, 50]);
});

test.each(models)("%s: never widens", (_name, model) => {
  const limited = limitModel(model, { steps: { max: 500 } });
  expect(fieldOf(limited, "steps")).toEqual(fieldOf(model, "steps"));
  expect(takes(limited, { steps: 101 })).toBe(false);
  const twice = limitModel(limitModel(model, { steps: { max: 20 } }), {
    steps: { max: 30, min: 10 },
  });
  expect(fieldOf(twice, "steps")).toMatchObject({ min: 10, max: 20, default: 20 });
});

test.each(models)("%s: moves a default to the nearest allowed value", (_name, model) => {
  expect(sent(limitModel(model, { width: { max: 1000 } }))["width"]).toBe(960);
  expect(sent(limitModel(model, { width: { min: 1100 } }))["width"]).toBe(1152);
  expect(sent(limitModel(model, { size: { max: 1000 } }))["size"]).toBe(768);
  expect(sent(limitModel(model, { seed: { min: 0 } }))["seed"]).toBe(0);
  expect(sent(limitModel(model, { seed: { max: 9 } }))["seed"]).toBe(-1);
  expect(sent(limitModel(model, { scheduler: { values: ["Euler", "DDIM"] } }))["scheduler"]).toBe(
    "Euler",
  );
  expect(sent(limitModel(model, { refine: { values: [false] } }))["refine"]).toBe(false);
});

test.each(models)("%s: limits a list to values in the given order", (_name, model) => {
  const limited = limitModel(model, {
    scheduler: { values: ["Euler", "UniPC"] },
    steps: { values: [10, 20] },
  });
  expect(fieldOf(limited, "scheduler")).toMatchObject({
    kind: "select",
    open: false,
    default: "UniPC",
    options: [{ value: "Euler" }, { value: "UniPC" }],
  });
  expect(fieldOf(limited, "steps")).toMatchObject({ kind: "select", label: "Steps", default: 20 });
  expect([takes(limited, { scheduler: "DDIM" }), takes(limited, { steps: 11 })]).toEqual([
    false,
    false,
  ]);
});

test.each(models)("%s: closes an open list and keeps its labels", (_name, model) => {
  const limited = limitModel(model, { look: { values: ["a"] } });
  expect(fieldOf(limited, "look")).toMatchObject({
    kind: "style",
    open: false,
    required: false,
    options: [{ value: "a", label: "A" }],
  });
  expect([takes(limited, { look: "b" }), takes(limited, {})]).toEqual([false, true]);
});

test.each(models)("%s: always sends a fixed value and hides the field", (_name, model) => {
  const limited = limitModel(model, {
    look: { fixed: "a" },
    refine: { fixed: false },
    prompt: { fixed: "a fox" },
  });
  expect(["look", "refine", "prompt"].map((name) => fieldOf(limited, name)?.kind)).toEqual([
    "hidden",
    "hidden",
    "hidden",
  ]);
  expect(parseInput(limited, {})).toMatchObject({
    ok: true,
    input: { look: "a", refine: false, prompt: "a fox" },
  });
  expect(sent(limited, { refine: true })).toHaveProperty("refine", "Must be false.");
  expect(parseInput(limited, valuesFromForm(limited, initialValues(limited)))).toMatchObject({
    ok: true,
  });
});

const numbers = fc.oneof(
  fc.integer({ min: -2, max: 2100 }),
  fc.double({ min: -2, max: 2, noNaN: true }),
  fc.constant(null),
);
const clamps = fc.record(
  {
    steps: fc.oneof(
      fc.record({ min: fc.integer({ min: -9, max: 100 }) }),
      fc.record({ max: fc.integer({ min: 1, max: 500 }) }),
      fc.constant({ values: [3, 70] }),
      fc.constant({ fixed: 12 }),
    ),
    width: fc.record({ max: fc.integer({ min: 64, max: 4096 }) }),
    seed: fc.oneof(fc.record({ max: fc.integer({ min: -1, max: 9 }) }), fc.constant({ min: 0 })),
    weight: fc.record({ min: fc.double({ min: -1, max: 0.9, noNaN: true }) }),
    size: fc.record({ max: fc.integer({ min: 512, max: 1024 }) }),
    scheduler: fc.constant({ values: ["Euler"] }),
    look: fc.constantFrom({ values: ["a", "b"] }, { fixed: "z" }),
  },
  { requiredKeys: [] },
);

test.each(models)(
  "%s: accepts a subset, sends what it accepts, and survives JSON Schema",
  (_name, model) => {
    fc.assert(
      fc.property(
        clamps,
        fc.dictionary(fc.constantFrom("steps", "width", "seed", "weight", "size"), numbers),
        (given, values) => {
          const limited = limitModel(model, given as Record<string, FieldLimit>);
          const back = readsJsonSchema ? overTheWire(limited) : limited;
          expect(describeFields(back)).toEqual(describeFields(limited));
          const parsed = parseInput(limited, { prompt: "a", ...values });
          const again = parseInput(back, { prompt: "a", ...values });
          if (!parsed.ok) {
            // The messages may differ, because either of two errors may come first.
            expect(again.ok ? [] : Object.keys(again.fields)).toEqual(Object.keys(parsed.fields));
            return;
          }
          expect(again).toEqual(parsed);
          expect(takes(model, values)).toBe(true);
          expect(parseInput(limited, parsed.input)).toEqual(parsed);
        },
      ),
      { numRuns: 150 },
    );
  },
);

test("moves initial and example", () => {
  const example = { prompt: "a fox", num_inference_steps: 25, guidance_scale: 8, style: "base" };
  const limited = limitModel(
    { ...sdxlTorch, example },
    {
      num_inference_steps: { max: 22 },
      guidance_scale: { max: 7 },
      style: { values: ["anime", "cinematic"] },
      samples: { max: 2 },
    },
  );
  expect(limited.example).toEqual({
    ...example,
    num_inference_steps: 22,
    guidance_scale: 7,
    style: "anime",
  });
  expect(initialValues(limited)).toMatchObject({
    num_inference_steps: 22,
    guidance_scale: 7,
    style: "anime",
  });
  expect(parseInput(limited, limited.example).ok).toBe(true);
  expect(fieldOf(limited, "style")?.options?.map(({ value }) => value)).toEqual([
    "anime",
    "cinematic",
  ]);
  expect(parseInput(limited, { prompt: "a", samples: 3 })).toEqual({
    ok: false,
    fields: { samples: "Must be 2 or less." },
  });
  expect(limited.rules).toBe(sdxlTorch.rules);
});

test("keeps a suggested range within the limits", () => {
  const model = defineModel({
    ...info,
    input: mini.object({
      steps: describeField(mini.int(), { label: "Steps", suggested: { min: 1, max: 100 } }),
    }),
  });
  expect(fieldOf(limitModel(model, { steps: { max: 40 } }), "steps")?.slider).toEqual({
    min: 1,
    max: 40,
  });
  expect(fieldOf(limitModel(model, { steps: { min: 200 } }), "steps")?.slider).toBeUndefined();
});

test("fits a dynamic default each time it is read", () => {
  let next = 0;
  const model = defineModel({ ...info, input: z.object({ n: z.int().default(() => ++next) }) });
  const limited = limitModel(model, { n: { max: 3 } });
  const seen = Array.from(
    { length: 9 },
    () => (parseInput(limited, {}) as { input: { n: number } }).input.n,
  );
  expect(Math.max(...seen)).toBe(3);
  expect(new Set(seen).size).toBeGreaterThan(1);
});

test("limits a number in a union", () => {
  const limited = limitModel(classic, { mixed: { max: 3 } });
  const taken = ["auto", null, 3, 4].map((mixed) => takes(limited, { mixed, calm: 1, murky: 1 }));
  expect(taken).toEqual([true, true, true, false]);
});

test("keeps an object's metadata and checks", () => {
  const input = z
    .object({ a: z.int().max(9), b: z.int().max(9) })
    .refine(({ a, b }) => a !== b, { message: "Two of a kind." })
    .meta({ title: "Pair", id: "pair" });
  const limited = limitModel(defineModel({ ...info, input }), { a: { max: 3 } });
  expect(modelToJsonSchema(limited)["title"]).toBe("Pair");
  expect(parseInput(limited, { a: 1, b: 1 })).toEqual({
    ok: false,
    fields: { "": "Two of a kind." },
  });
});

test.each<[string, Record<string, unknown>, RegExp]>([
  ["an unknown field", { stepz: { max: 2 } }, /"stepz" of "own" doesn't exist/],
  ["an inherited name", { toString: { max: 2 } }, /doesn't exist/],
  ["an empty limit", { steps: {} }, /has no effect/],
  ["undefined", { steps: undefined }, /has no effect/],
  ["an undefined limit", { steps: { max: undefined } }, /max: undefined.*has no effect/],
  ["NaN as a limit", { steps: { max: NaN } }, /max: NaN/],
  ["a string as a limit", { steps: { max: "2" } }, /max: 2/],
  ["a misspelled limit", { steps: { maximum: 2 } }, /maximum: 2/],
  ["max and values", { steps: { max: 2, values: [1] } }, /values: 1/],
  ["fixed and max", { steps: { fixed: 2, max: 1 } }, /fixed: 2/],
  ["no values", { scheduler: { values: [] } }, /has no values to choose from/],
  ["values that aren't a list", { scheduler: { values: "DDIM" } }, /has no values to choose from/],
  [
    "a value that the field doesn't accept",
    { scheduler: { values: ["DDIM", "ddim"] } },
    /doesn't accept "ddim"/,
  ],
  ["a value that isn't a scalar", { many: { fixed: [] } }, /doesn't accept \[\]/],
  ["null", { weight: { fixed: null } }, /doesn't accept null/],
  ["undefined as the fixed value", { look: { fixed: undefined } }, /doesn't accept undefined/],
  ["a range above the field's range", { steps: { min: 101 } }, /accepts no value within/],
  ["a range below the field's range", { steps: { max: 0 } }, /accepts no value within/],
  ["an inverted range", { steps: { min: 9, max: 8 } }, /accepts no value within/],
  ["a range between two steps", { width: { min: 65, max: 127 } }, /accepts no value within/],
  ["a range without any of the field's values", { size: { max: 511 } }, /accepts no value within/],
  ["a range at an exclusive limit", { weight: { max: 0 } }, /accepts no value within/],
  ["a range for text", { scheduler: { max: 3 } }, /can't have a range/],
  ["a range for a switch", { refine: { max: 3 } }, /can't have a range/],
  ["a union that can't be inspected", { murky: { max: 3 } }, /can't have a range\. Use/],
  ["a transform", { shout: { values: ["a"] } }, /transforms its value/],
  ["a catch", { calm: { max: 3 } }, /transforms its value/],
])("rejects %s at creation", (_name, given, words) => {
  const make = () => limitModel(classic as Model, given as Record<string, FieldLimit>);
  expect(make).toThrow(TypeError);
  expect(make).toThrow(words);
});

test("checks names and values at compile time", () => {
  // @ts-expect-error the model doesn't have this field
  expect(() => limitModel(sdxlTorch, { sampels: { max: 2 } })).toThrow();
  // @ts-expect-error the model doesn't have this scheduler
  expect(() => limitModel(sdxlTorch, { scheduler: { values: ["Eulr"] } })).toThrow();
  const limited: typeof sdxlTorch = limitModel(sdxlTorch, { refiner: { fixed: false } });
  expect(limited.id).toBe("sdxl-torch");
});
