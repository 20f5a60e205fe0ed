import { expect, test } from "vitest";
import * as classic from "zod/v4";
import * as mini from "zod/v4-mini";
import { defineModel } from "./defineModel.ts";
import { describeField } from "./describeField.ts";
import { describeFields, type FieldDescriptor } from "./describeFields.ts";
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

test("returns the given schema", () => {
  const schema = mini.int();
  expect(describeField(schema, { label: "Steps" })).toBe(schema);
});

test("reads the title and description under any wrapper, preferring the outermost", () => {
  const meta = { title: "Steps", description: "How many." };
  const texts = { label: "Steps", help: "How many." };
  expect(read(classic.int().meta(meta))).toMatchObject(texts);
  expect(read(classic.int().meta(meta).optional())).toMatchObject(texts);
  expect(read(classic.int().default(1).meta(meta))).toMatchObject(texts);
  expect(read(classic.int().meta({ title: "Inner" }).default(1).meta(meta))).toMatchObject(texts);
  expect(read(describeField(mini.int(), texts))).toMatchObject(texts);
  expect(read(classic.int().describe("How many."))).toMatchObject({ help: "How many." });
  expect(read(classic.int(), "num_inference_steps")).toMatchObject({
    label: "Num inference steps",
  });
});

test("describes mini and classic fields with the same hints identically", () => {
  const options = [{ value: "a", label: "A", help: "Quick.", group: "Fast" }];
  const hints = { kind: "style", group: "picture", affectsPrice: true, step: 2, options } as const;
  const ours = describeField(mini.string(), { label: "Style", help: "A look.", ...hints });
  const theirs = classic
    .string()
    .meta({ title: "Style", description: "A look.", "x-easel": hints });
  expect(read(ours)).toEqual(read(theirs));
  expect(read(ours)).toMatchObject({ ...hints, label: "Style", help: "A look.", open: true });
});

test("labels a closed list with hints, and keeps its values and order", () => {
  const options = [
    { value: "b", label: "B" },
    { value: "other", label: "Not in the list" },
  ];
  const schema = describeField(mini.enum(["a", "b"]), { label: "Pick", options });
  expect(read(schema)).toMatchObject({
    options: [{ value: "a" }, { value: "b", label: "B" }],
    open: false,
  });
});

test("prefers hints to inference, and doesn't enforce them", () => {
  const hints = {
    kind: "number",
    group: "refiner",
    affectsPrice: true,
    suggested: { min: 1, max: 5 },
  };
  const schema = classic.int().meta({ "x-easel": hints });
  expect(read(schema, "seed")).toMatchObject({
    kind: "number",
    group: "refiner",
    affectsPrice: true,
    slider: {
      min: 1,
      max: 5,
    },
  });
  expect(parseInput(modelOf("seed", schema), { seed: 99 }).ok).toBe(true);
});
