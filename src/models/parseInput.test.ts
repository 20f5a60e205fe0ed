import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as classic from "zod/v4";
import * as mini from "zod/v4-mini";
import { catalog } from "./catalog/catalog.ts";
import { sdxlTorch } from "./catalog/sdxlTorch.ts";
import { defineModel, type Model } from "./defineModel.ts";
import { modelFromJsonSchema } from "./modelFromJsonSchema.ts";
import { parseInput } from "./parseInput.ts";

const about = { id: "own", title: "Own", task: "text-to-image" } as const;
const seeded = { seed: 20_260_101, numRuns: 300 };

const greatestSeed = 999_999_999_999_999;

test.each(["__proto__", "constructor", "toString", "promt", "Prompt", "", "negativePrompt"])(
  "rejects the unknown name %j in every model",
  (name) => {
    for (const model of catalog) {
      const values: unknown = JSON.parse(
        JSON.stringify(model.example).replace("{", `{${JSON.stringify(name)}:"x",`),
      );
      const parsed = parseInput(model, values);
      expect(parsed.ok).toBe(false);
      expect(parsed.ok || Object.entries(parsed.fields)).toEqual([
        [name, `${model.title} has no such field.`],
      ]);
    }
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  },
);

test("rejects an invalid field even if every object inherits its name", () => {
  const shape = { toString: classic.string(), constructor: classic.int() };
  const model = defineModel({ ...about, input: classic.object(shape) });
  const parsed = parseInput(model, { toString: 4, constructor: "x" });
  expect(parsed.ok || Object.entries(parsed.fields)).toEqual([
    ["toString", "Must be text."],
    ["constructor", "Must be a number."],
  ]);
});

test.each([null, undefined, [], [{ prompt: "a" }], "prompt", 4, true, () => "a"])(
  "rejects %o as input",
  (values) => {
    expect(parseInput(sdxlTorch, values)).toEqual({
      ok: false,
      fields: { "": "The input must be an object with the model's fields." },
    });
  },
);

test("reports all wrong and unknown fields at once", () => {
  const parsed = parseInput(sdxlTorch, { prompt: " ", samples: 9, seed: "1", promt: "a" });
  expect(parsed).toEqual({
    ok: false,
    fields: {
      prompt: "Write a prompt.",
      samples: "Must be 4 or less.",
      seed: "Must be a number.",
      promt: "Stable Diffusion XL 1.0 has no such field.",
    },
  });
});

test("rejects null in an optional field as a wrong value", () => {
  const parsed = parseInput(sdxlTorch, { prompt: "a", negative_prompt: null, seed: null });
  expect(parsed).toEqual({
    ok: false,
    fields: { negative_prompt: "Must be text.", seed: "Must be a number." },
  });
});

const required = {
  type: "object",
  properties: { prompt: { type: "string" } },
  required: ["prompt"],
};

test.each<[string, Model]>([
  ["classic", defineModel({ ...about, input: classic.object({ prompt: classic.string() }) })],
  ["mini", defineModel({ ...about, input: mini.object({ prompt: mini.string() }) })],
  // zod 4.2 or later reads JSON Schema.
  ...("fromJSONSchema" in classic
    ? ([["JSON Schema", modelFromJsonSchema(required, about)]] as [string, Model][])
    : []),
])("rejects a blank prompt in any schema: %s", (_, model) => {
  for (const prompt of ["", " ", "\t\n"]) {
    const parsed = parseInput(model, { prompt });
    expect(parsed.ok || Object.keys(parsed.fields)).toEqual(["prompt"]);
  }
  expect(parseInput(model, { prompt: " a " })).toEqual({ ok: true, input: { prompt: " a " } });
});

test("accepts other names if the model allows them", () => {
  const model = defineModel({ ...about, input: classic.looseObject({ prompt: classic.string() }) });
  expect(parseInput(model, { prompt: "a", lora: "b" })).toEqual({
    ok: true,
    input: { prompt: "a", lora: "b" },
  });
  const strict = defineModel({ ...about, input: classic.strictObject({ a: classic.string() }) });
  expect(parseInput(strict, { a: "a", b: 1 })).toEqual({
    ok: false,
    fields: { b: "Own has no such field." },
  });
});

test("reports a nested error at the field", () => {
  const input = classic.object({
    loras: classic.array(classic.object({ scale: classic.number() })),
  });
  const parsed = parseInput(defineModel({ ...about, input }), {
    loras: [{ scale: 1 }, { scale: "2" }],
  });
  expect(parsed).toEqual({ ok: false, fields: { loras: "Must be a number." } });
});

test("keeps every digit of a seed with up to fifteen digits, even in JSON", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1, max: greatestSeed }), (seed) => {
      for (const model of catalog) {
        const parsed = parseInput(model, { ...model.example, seed });
        expect(parsed).toMatchObject({ ok: true, input: { seed } });
        expect(JSON.parse(JSON.stringify(parsed))).toMatchObject({ input: { seed } });
      }
    }),
    seeded,
  );
});

test("parses its output to an equal value", () => {
  const values = fc.record(
    {
      prompt: fc.string({ minLength: 1 }).filter((text) => text.trim() !== ""),
      negative_prompt: fc.string(),
      samples: fc.integer({ min: 1, max: 4 }),
      guidance_scale: fc.double({ min: 1, max: 25, noNaN: true }),
      seed: fc.integer({ min: -1, max: greatestSeed }),
      refiner: fc.boolean(),
    },
    { requiredKeys: ["prompt"] },
  );
  fc.assert(
    fc.property(values, (given) => {
      const first = parseInput(sdxlTorch, given);
      expect(first).toMatchObject({ ok: true, input: { ...given } });
      if (first.ok) expect(parseInput(sdxlTorch, first.input)).toStrictEqual(first);
    }),
    seeded,
  );
});

test("never throws, and names a field for every rejection", () => {
  fc.assert(
    fc.property(
      fc.anything({ withNullPrototype: true, withDate: true, withMap: true }),
      (values) => {
        const parsed = parseInput(sdxlTorch, values);
        expect(parsed.ok || Object.keys(parsed.fields).length > 0).toBe(true);
      },
    ),
    seeded,
  );
});
