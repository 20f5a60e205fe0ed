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
  ["a whole seed", "seed", classic.int(), { kind: "seed" }],
  ["a float", "seed", classic.float64(), { kind: "number", integer: false }],
  ["a side", "img_width", classic.int().multipleOf(8), { kind: "size", step: 8 }],
  ["a side", "height", mini.literal([512, 768]), { kind: "size" }],
  ["a side in words", "width", classic.enum(["small", "large"]), { kind: "select" }],
  ["a URL", "image", classic.url(), { kind: "image", group: "picture" }],
  ["a URL", "mask_image", mini.url(), { kind: "image" }],
  ["a URL", "webhook", classic.url(), { kind: "text" }],
  ["a bare string", "image_style", classic.string(), { kind: "text" }],
  ["a boolean", "value", classic.boolean(), { kind: "switch", group: "output" }],
  ["an object", "value", classic.object({ a: classic.string() }), { kind: "hidden" }],
  ["a list", "value", classic.array(classic.string()), { kind: "hidden" }],
  ["a date", "value", classic.date(), { kind: "hidden" }],
  ["a branded string", "value", classic.string().brand<"x">(), { kind: "text", required: true }],
  ["a readonly", "value", classic.int().readonly(), { kind: "number", integer: true }],
  ["a nullable", "value", classic.int().nullable(), { kind: "number", required: true }],
])("%s called %s is drawn as what it is", (_, name, schema, expected) => {
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
  ["optional made needed", classic.string().optional().nonoptional()],
  ["transform", classic.string().transform((text) => text.length)],
  [
    "optional transform",
    classic
      .string()
      .transform((text) => text.length)
      .optional(),
  ],
])("required says whether it may be left out: %s", (_, schema) => {
  expect(read(schema)?.required).toBe(!parseInput(modelOf("value", schema), {}).ok);
});

test.each([
  ["default", classic.int().default(4), 4],
  ["a function's default", classic.int().default(() => 4), 4],
  ["prefault", classic.int().prefault(4), 4],
  ["false", classic.boolean().default(false), false],
  ["nothing", classic.nullable(classic.string()).default(null), null],
  ["zero, in mini", mini._default(mini.int(), 0), 0],
  ["the outer of two", classic.int().default(1).default(2), 2],
  ["one under a readonly", classic.int().default(4).readonly(), 4],
])("a default is shown: %s", (_, schema, expected) => {
  expect(read(schema)?.default).toEqual(expected);
});

test("without a default there is none", () => {
  expect(read(classic.int().optional())).not.toHaveProperty("default");
});

test("limits are read wherever they stand, the strictest of several", () => {
  expect(read(classic.int().min(1).max(7).min(3).max(9))).toMatchObject({ min: 3, max: 7 });
  expect(read(mini.number().check(mini.gte(0.1), mini.lte(1)))).toMatchObject({ min: 0.1, max: 1 });
  expect(read(classic.number().min(0).optional().nullable())).toMatchObject({ min: 0 });
  expect(read(classic.int().min(1).max(9))?.slider).toEqual({ min: 1, max: 9 });
  expect(read(classic.int())).not.toHaveProperty("min");
  expect(read(classic.int())).not.toHaveProperty("max");
  expect(read(classic.int().min(1))).not.toHaveProperty("slider");
});

test.each([
  ["exclusive limits of a whole number", classic.int().gt(0).lt(10)],
  ["a positive integer", classic.int().positive().max(5)],
  ["int32 and its limits", classic.int32()],
  ["uint32 and its limits", classic.uint32()],
  ["a nullable written as a union", classic.union([classic.int().min(2).max(4), classic.null()])],
])("the limits that are shown are accepted, and nothing past them: %s", (_, schema) => {
  const { min, max } = read(schema) ?? {};
  const takes = (value: number) => parseInput(modelOf("value", schema), { value }).ok;
  if (min === undefined || max === undefined) throw new Error("both limits are enforced, so shown");
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
  ["or null", classic.union([classic.literal("a"), classic.null()]), ["a"], false],
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
  ["a bare string", classic.string(), undefined, false],
])("a list is closed or open as the schema is: %s", (_, schema, values, open) => {
  const described = read(schema);
  expect(described?.options?.map(({ value }) => value)).toEqual(values);
  expect(described?.open).toBe(open);
  expect(described?.kind).toBe(values ? "select" : "text");
});

test("literals beside a number leave the number free", () => {
  const described = read(classic.union([classic.literal(-1), classic.int().min(0).max(9)]), "seed");
  expect(described).toMatchObject({ kind: "seed", integer: true, min: -1, max: 9 });
});

test("a literal that is no text or number is no empty list", () => {
  expect(read(classic.literal(true))?.options ?? ["any"]).not.toEqual([]);
});

test("a nullable written as a union keeps what its one member says", () => {
  const described = read(classic.union([classic.int().min(1), classic.null()]), "seed");
  expect(described).toMatchObject({ kind: "seed", integer: true, min: 1, step: 1 });
});

test("a pipe is drawn as what goes in, with the words of both ends", () => {
  const inner = classic.string().meta({ title: "Tags", description: "With commas." });
  const described = read(inner.transform((text) => text.split(",")));
  expect(described).toMatchObject({ kind: "text", label: "Tags", help: "With commas." });
  expect(read(inner.transform(Number).meta({ title: "Outer" }))).toMatchObject({ label: "Outer" });
});

test("a preprocess is drawn as what it makes, which is all that a form can know", () => {
  expect(read(classic.preprocess((value) => value, classic.int().max(4)))).toMatchObject({
    kind: "number",
    integer: true,
    max: 4,
  });
});

test.skipIf(!("fromJSONSchema" in classic))(
  "a picture's longest side is said by the model, also after JSON Schema",
  () => {
    const again = modelFromJsonSchema(modelToJsonSchema(sdxlImg2img), sdxlImg2img);
    for (const model of [sdxlImg2img, again]) {
      const image = describeFields(model).find(({ name }) => name === "image");
      expect(image).toMatchObject({ kind: "image", maxSide: 1024 });
    }
  },
);

test("the same model gives the same array", () => {
  expect(describeFields(sdxlTorch)).toBe(describeFields(sdxlTorch));
});
