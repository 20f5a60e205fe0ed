import { expect, test } from "vitest";
import * as z from "zod/v4";
import { catalog } from "./catalog/catalog.ts";
import { defineModel, type Model } from "./defineModel.ts";
import { describeFields } from "./describeFields.ts";
import { modelFromJsonSchema, type JsonSchema } from "./modelFromJsonSchema.ts";
import { modelToJsonSchema } from "./modelToJsonSchema.ts";
import { parseInput } from "./parseInput.ts";

const info = { id: "own", title: "Own", task: "text-to-image" } as const;

/** Sends a model through JSON, like a host's config. */
const overTheWire = ({ id, title, task, ...model }: Model): Model =>
  modelFromJsonSchema(
    JSON.parse(JSON.stringify(modelToJsonSchema({ id, title, task, ...model }))) as JsonSchema,
    { id, title, task },
  );

test.each(catalog)("renders the same form for $id after a round trip", (model) => {
  expect(describeFields(overTheWire(model))).toStrictEqual(describeFields(model));
});

const values = [
  undefined,
  null,
  "",
  " ",
  "a",
  "UniPC",
  "DDIM",
  "1024",
  "https://a.example/b.png",
  "javascript:alert(1)",
  "data:image/png;base64,AAAA",
  true,
  false,
  NaN,
  [],
  {},
  -2,
  -1,
  0,
  0.1,
  0.09,
  0.5,
  1,
  1.01,
  2,
  4,
  5,
  10,
  11,
  19,
  20,
  25,
  25.1,
  100,
  101,
  512,
  768,
  1024,
  999999999999999,
  0x38d7ea4c68000,
  2 ** 53,
  1e300,
];

test.each(catalog)("accepts and rejects the same values for $id after a round trip", (model) => {
  const back = overTheWire(model);
  for (const { name } of describeFields(model)) {
    for (const value of values) {
      const input = { ...model.example, [name]: value };
      const parsed = parseInput(model, input);
      const again = parseInput(back, input);
      expect([name, value, again.ok]).toEqual([name, value, parsed.ok]);
      if (parsed.ok) expect(again).toStrictEqual(parsed);
      else if (!again.ok) expect(Object.keys(again.fields)).toEqual(Object.keys(parsed.fields));
    }
  }
});

test.each(catalog)("rejects an unknown name for $id after a round trip", (model) => {
  const parsed = parseInput(overTheWire(model), { ...model.example, promt: "a" });
  expect(parsed).toEqual({ ok: false, fields: { promt: `${model.title} has no such field.` } });
});

test("preserves a custom model with open lists", () => {
  const input = z.looseObject({
    prompt: z.string(),
    steps: z.int32().positive().default(20),
    seed: z.int().nullish(),
    style: z.union([z.enum(["none", "anime"]), z.string()]).optional(),
    loras: z.array(z.string()).prefault([]),
  });
  const model = defineModel({ ...info, input });
  const back = overTheWire(model);
  expect(describeFields(back)).toStrictEqual(describeFields(model));
  expect(parseInput(back, { prompt: "a", other: 1 })).toEqual(
    parseInput(model, { prompt: "a", other: 1 }),
  );
});

test.each(catalog)("requires exactly the fields of $id without a default", (model) => {
  const required = describeFields(model).flatMap((field) => (field.required ? [field.name] : []));
  const schema = modelToJsonSchema(model);
  expect(schema["required"] ?? []).toEqual(required);
  expect(schema["type"]).toBe("object");
});
