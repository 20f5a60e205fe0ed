import { expect, test } from "vitest";
import * as z from "zod/v4-mini";
import { sdxlTorch } from "./catalog/sdxlTorch.ts";
import { describeFields } from "./describeFields.ts";
import { extendModel, omitLocal } from "./extendModel.ts";
import { limitModel } from "./limitModel.ts";
import { modelFromJsonSchema, type JsonSchema } from "./modelFromJsonSchema.ts";
import { modelToJsonSchema } from "./modelToJsonSchema.ts";
import { parseInput } from "./parseInput.ts";

const info = { id: "own", title: "Own", task: "text-to-image" } as const;

/** Schema in FastAPI's style: references, nullable unions, and an enum as allOf. */
const openApi: JsonSchema = {
  title: "Input",
  type: "object",
  required: ["prompt"],
  properties: {
    prompt: { type: "string", title: "Prompt", description: "What to draw." },
    image: { type: "string", format: "uri" },
    steps: { type: "integer", minimum: 1, maximum: 50, default: 28, title: "Steps" },
    seed: { anyOf: [{ type: "integer", minimum: 0 }, { type: "null" }], title: "Seed" },
    width: { type: ["integer", "null"], minimum: 64, multipleOf: 8 },
    sampler: { $ref: "#/$defs/Sampler", default: "euler" },
    format: { allOf: [{ $ref: "#/$defs/Format" }], default: "png" },
    style: { anyOf: [{ type: "string", enum: ["none", "anime"] }, { type: "string" }] },
    ratio: { type: "number", minimum: 0, maximum: 1 },
    tiled: { type: "boolean", default: false },
    loras: { type: "array", items: { type: "string" } },
    "x-token": { type: "string", nullable: true },
  },
  $defs: {
    Sampler: { type: "string", enum: ["euler", "heun"] },
    Format: { type: "string", enum: ["png", "jpeg"] },
  },
};

test.each([
  ["prompt", { kind: "prompt", label: "Prompt", help: "What to draw.", required: true }],
  ["image", { kind: "image", required: false }],
  ["steps", { kind: "number", integer: true, min: 1, max: 50, default: 28, required: false }],
  ["seed", { kind: "seed", integer: true, min: 0, required: false }],
  ["width", { kind: "size", integer: true, min: 64, step: 8 }],
  ["sampler", { kind: "select", options: [{ value: "euler" }, { value: "heun" }], open: false }],
  ["format", { kind: "select", options: [{ value: "png" }, { value: "jpeg" }], default: "png" }],
  ["style", { kind: "select", options: [{ value: "none" }, { value: "anime" }], open: true }],
  ["ratio", { kind: "number", integer: false, slider: { min: 0, max: 1 } }],
  ["tiled", { kind: "switch", default: false }],
  ["loras", { kind: "hidden" }],
  ["x-token", { kind: "text", label: "X token", required: false }],
])("reads a schema in a framework's style: %s", (name, expected) => {
  const fields = describeFields(modelFromJsonSchema(openApi, info));
  expect(fields.find((field) => field.name === name)).toMatchObject(expected);
});

test.each<[string, JsonSchema, Record<string, unknown>]>([
  ["draft 7", { $schema: "http://json-schema.org/draft-07/schema#", definitions: {} }, { n: 3 }],
  ["draft 4", { $schema: "http://json-schema.org/draft-04/schema#" }, { n: 3 }],
  ["2020-12", { $schema: "https://json-schema.org/draft/2020-12/schema" }, { n: 3 }],
  ["no draft", {}, { n: 3 }],
])("reads every draft: %s", (_, draft, defaults) => {
  const properties = { n: { type: "integer", default: 3, minimum: 1 }, a: { type: "string" } };
  const model = modelFromJsonSchema(
    { ...draft, type: "object", properties, required: ["a"] },
    info,
  );
  expect(parseInput(model, { a: "x" })).toEqual({ ok: true, input: { ...defaults, a: "x" } });
  expect(parseInput(model, { n: 0 })).toEqual({
    ok: false,
    fields: { a: "This field is required.", n: "Must be 1 or more." },
  });
});

test("resolves draft 7 definitions", () => {
  const model = modelFromJsonSchema(
    {
      $schema: "http://json-schema.org/draft-07/schema#",
      type: "object",
      properties: { steps: { $ref: "#/definitions/Steps" } },
      definitions: { Steps: { type: "integer", minimum: 3, title: "Steps" } },
    },
    info,
  );
  expect(describeFields(model)).toMatchObject([{ label: "Steps", integer: true, min: 3 }]);
});

test("rejects unknown names unless the schema allows them", () => {
  const schema = { type: "object", properties: { prompt: { type: "string" } } };
  const strict = { ...schema, additionalProperties: false };
  const loose = { ...schema, additionalProperties: true };
  const takes = (each: JsonSchema) =>
    parseInput(modelFromJsonSchema(each, info), { prompt: "a", promt: "b" }).ok;
  expect([takes(schema), takes(strict), takes(loose)]).toEqual([false, false, true]);
});

test.each<[string, unknown]>([
  ["null", null],
  ["a string", "object"],
  ["a list", []],
  ["true", true],
  ["an empty schema", {}],
  ["a string's schema", { type: "string" }],
  ["an array's schema", { type: "array", items: { type: "object" } }],
  ["an unknown type", { type: "object", properties: { a: { type: "picture" } } }],
  ["a broken reference", { type: "object", properties: { a: { $ref: "#/$defs/a" } } }],
  ["an external reference", { type: "object", properties: { a: { $ref: "https://a.example" } } }],
  ["a broken pattern", { type: "object", properties: { a: { type: "string", pattern: "(" } } }],
])("rejects %s and says how to fix it", (_, schema) => {
  const make = () => modelFromJsonSchema(schema as JsonSchema, info);
  expect(make).toThrow(TypeError);
  expect(make).toThrow(
    /^modelFromJsonSchema: the schema of "own" .*(Fix the schema|Pass the schema)/,
  );
});

test("rejects an ID that isn't a valid slug", () => {
  expect(() => modelFromJsonSchema({ type: "object" }, { ...info, id: "../a" })).toThrow(TypeError);
});

test("preserves an extended and limited model", () => {
  const small = limitModel(sdxlTorch, { samples: { max: 2 } });
  const model = extendModel(small, { team: z.enum(["a"]) }, { local: ["team"] });
  const read = modelFromJsonSchema(modelToJsonSchema(model), { ...info, local: ["team"] });
  expect(parseInput(read, { prompt: "a fox", samples: 3, team: "b" })).toEqual({
    ok: false,
    fields: { samples: "Must be 2 or less.", team: "Must be a." },
  });
  expect(omitLocal(read, { prompt: "a fox", team: "a" })).toEqual({ prompt: "a fox" });
});
