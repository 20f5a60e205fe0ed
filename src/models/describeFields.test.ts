import { expect, test } from "vitest";
import * as classic from "zod/v4";
import * as mini from "zod/v4-mini";
import { sdxlImg2img } from "./catalog/sdxlImg2img.ts";
import { sdxlTorch } from "./catalog/sdxlTorch.ts";
import { defineModel } from "./defineModel.ts";
import { describeFields, type FieldDescriptor } from "./describeFields.ts";
import { modelFromJsonSchema } from "./modelFromJsonSchema.ts";
import { modelToJsonSchema } from "./modelToJsonSchema.ts";
import { parseInput } from "./parseInput.ts";

const modelOf = (name: string, schema: classic.core.$ZodType) =>
  defineModel({
    id: "own",
    title: "Own",
    task: "text-to-image",
    input: classic.object({ [name]: schema }),
  });

const read = (schema: classic.core.$ZodType, name = "value"): FieldDescriptor | undefined =>
  describeFields(modelOf(name, schema))[0];

test.each<[string, string, classic.core.$ZodType, Partial<FieldDescriptor>]>([
  ["a string", "value", classic.string(), { kind: "text", group: "prompt" }],
  ["a string", "prompt", classic.string(), { kind: "prompt", group: "prompt" }],
  ["a mini string", "prompt", mini.optional(mini.string()), { kind: "prompt" }],
  ["a number", "value", classic.number(), { kind: "number", integer: false }],
  ["a mini number", "value", mini.number(), { kind: "number", integer: false }],
  ["a coerced number", "value", classic.coerce.number(), { kind: "number" }],
  ["an integer", "value", classic.int(), { kind: "number", integer: true, step: 1 }],
  ["number().int()", "value", classic.number().int(), { kind: "number", integer: true, step: 1 }],
  ["a mini integer", "value", mini.int(), { kind: "number", integer: true, step: 1 }],
  ["an integer", "seed", classic.int(), { kind: "seed" }],
  ["a float", "seed", classic.float64(), { kind: "number", integer: false }],
  ["a side", "img_width", classic.int().multipleOf(8), { kind: "size", step: 8 }],
  ["a side", "height", mini.literal([512, 768]), { kind: "size" }],
  ["a side with named values", "width", classic.enum(["small", "large"]), { kind: "select" }],
  ["a URL", "image", classic.url(), { kind: "image", group: "picture" }],
  ["a URL", "mask_image", mini.url(), { kind: "image" }],
  ["a URL", "webhook", classic.url(), { kind: "text" }],
  ["a plain string", "image_style", classic.string(), { kind: "text" }],
  ["a boolean", "value", classic.boolean(), { kind: "switch", group: "output" }],
  ["an object", "value", classic.object({ a: classic.string() }), { kind: "hidden" }],
  ["a list", "value", classic.array(classic.string()), { kind: "hidden" }],
  ["a date", "value", classic.date(), { kind: "hidden" }],
  ["a branded string", "value", classic.string().brand<"x">(), { kind: "text", required: true }],
  ["a readonly", "value", classic.int().readonly(), { kind: "number", integer: true }],
  ["a nullable", "value", classic.int().nullable(), { kind: "number", required: true }],
])("infers the control for %s named %s", (_, name, schema, expected) => {
  expect(read(schema, name)).toMatchObject({ name, ...expected });
});

test.each([
  ["plain", classic.string()],
  ["optional", classic.string().optional()],
  ["mini optional", mini.optional(mini.string())],
  ["nullable", classic.string().nullable()],
  ["nullish", classic.string().nullish()],
  ["default", classic.string().default("a")],
  ["mini default", mini._default(mini.string(), "a")],
  ["prefault", classic.string().prefault("a")],
  ["catch", classic.string().catch("a")],
  ["readonly default", classic.string().default("a").readonly()],
  ["nonoptional optional", classic.string().optional().nonoptional()],
  ["transform", classic.string().transform((text) => text.length)],
  [
    "optional transform",
    classic
      .string()
      .transform((text) => text.length)
      .optional(),
  ],
])("marks a field without a default as required: %s", (_, schema) => {
  expect(read(schema)?.required).toBe(!parseInput(modelOf("value", schema), {}).ok);
});

test.each([
  ["default", classic.int().default(4), 4],
  ["a dynamic default", classic.int().default(() => 4), 4],
  ["prefault", classic.int().prefault(4), 4],
  ["false", classic.boolean().default(false), false],
  ["null", classic.nullable(classic.string()).default(null), null],
  ["zero in mini", mini._default(mini.int(), 0), 0],
  ["the outer of two defaults", classic.int().default(1).default(2), 2],
  ["a default under a readonly", classic.int().default(4).readonly(), 4],
])("includes the default: %s", (_, schema, expected) => {
  expect(read(schema)?.default).toEqual(expected);
});

test("omits the default if there is none", () => {
  expect(read(classic.int().optional())).not.toHaveProperty("default");
});

test("reads limits at any depth, and uses the strictest", () => {
  expect(read(classic.int().min(1).max(7).min(3).max(9))).toMatchObject({ min: 3, max: 7 });
  expect(read(mini.number().check(mini.gte(0.1), mini.lte(1)))).toMatchObject({ min: 0.1, max: 1 });
  expect(read(classic.number().min(0).optional().nullable())).toMatchObject({ min: 0 });
  expect(read(classic.int().min(1).max(9))?.slider).toEqual({ min: 1, max: 9 });
  expect(read(classic.int())).not.toHaveProperty("min");
  expect(read(classic.int())).not.toHaveProperty("max");
  expect(read(classic.int().min(1))).not.toHaveProperty("slider");
});

test.each([
  ["exclusive limits of an integer", classic.int().gt(0).lt(10)],
  ["a positive integer", classic.int().positive().max(5)],
  ["int32 and its limits", classic.int32()],
  ["uint32 and its limits", classic.uint32()],
  ["a nullable written as a union", classic.union([classic.int().min(2).max(4), classic.null()])],
])("returns limits that are accepted and tight: %s", (_, schema) => {
  const { min, max } = read(schema) ?? {};
  const takes = (value: number) => parseInput(modelOf("value", schema), { value }).ok;
  if (min === undefined || max === undefined) throw new Error("Expected both limits.");
  expect([min - 1, min, max, max + 1].map(takes)).toEqual([false, true, true, false]);
});

test.each<[string, classic.core.$ZodType, unknown[] | undefined, boolean]>([
  ["an enum", classic.enum(["a", "b"]), ["a", "b"], false],
  ["a mini enum with a default", mini._default(mini.enum(["a", "b"]), "a"), ["a", "b"], false],
  ["literals", mini.literal([512, 768]), [512, 768], false],
  [
    "a union of literals",
    classic.union([classic.literal("a"), classic.literal("b")]),
    ["a", "b"],
    false,
  ],
  ["a literal or null", classic.union([classic.literal("a"), classic.null()]), ["a"], false],
  [
    "an enum or any string",
    classic.union([classic.enum(["a", "b"]), classic.string()]),
    ["a", "b"],
    true,
  ],
  ["the same in mini", mini.union([mini.literal("a"), mini.string()]), ["a"], true],
  [
    "a numeric enum with its reverse",
    classic.enum({ 0: "Low", 1: "High", Low: 0, High: 1 }),
    [0, 1],
    false,
  ],
  ["a plain string", classic.string(), undefined, false],
])("distinguishes closed lists from open ones: %s", (_, schema, values, open) => {
  const described = read(schema);
  expect(described?.options?.map(({ value }) => value)).toEqual(values);
  expect(described?.open).toBe(open);
  expect(described?.kind).toBe(values ? "select" : "text");
});

test("ignores literals in a union with a number", () => {
  const described = read(classic.union([classic.literal(-1), classic.int().min(0).max(9)]), "seed");
  expect(described).toMatchObject({ kind: "seed", integer: true, min: -1, max: 9 });
});

test("ignores literals that are neither text nor number", () => {
  expect(read(classic.literal(true))?.options ?? ["any"]).not.toEqual([]);
});

test("reads a nullable union like its only other member", () => {
  const described = read(classic.union([classic.int().min(1), classic.null()]), "seed");
  expect(described).toMatchObject({ kind: "seed", integer: true, min: 1, step: 1 });
});

test("describes a pipe by its input, with the texts of input and output", () => {
  const inner = classic.string().meta({ title: "Tags", description: "With commas." });
  const described = read(inner.transform((text) => text.split(",")));
  expect(described).toMatchObject({ kind: "text", label: "Tags", help: "With commas." });
  expect(read(inner.transform(Number).meta({ title: "Outer" }))).toMatchObject({ label: "Outer" });
});

test("describes a preprocess by its output", () => {
  expect(read(classic.preprocess((value) => value, classic.int().max(4)))).toMatchObject({
    kind: "number",
    integer: true,
    max: 4,
  });
});

test.skipIf(!("fromJSONSchema" in classic))(
  "reads an image's longest side, even from JSON Schema",
  () => {
    const again = modelFromJsonSchema(modelToJsonSchema(sdxlImg2img), sdxlImg2img);
    for (const model of [sdxlImg2img, again]) {
      const image = describeFields(model).find(({ name }) => name === "image");
      expect(image).toMatchObject({ kind: "image", maxSide: 1024 });
    }
  },
);

test("returns the same array for the same model", () => {
  expect(describeFields(sdxlTorch)).toBe(describeFields(sdxlTorch));
});
