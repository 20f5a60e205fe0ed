import { expect, test } from "vitest";
import * as z from "zod/v4";
import * as mini from "zod/v4-mini";
import { sdxlTorch } from "./catalog/sdxlTorch.ts";
import { defineModel } from "./defineModel.ts";
import { describeFields } from "./describeFields.ts";
import { extendModel, omitLocal } from "./extendModel.ts";
import { initialValues } from "./formValues.ts";
import { limitModel } from "./limitModel.ts";
import { modelToJsonSchema } from "./modelToJsonSchema.ts";
import { parseInput } from "./parseInput.ts";
import { writeRecipe } from "./recipes/writeRecipe.ts";

const project = z.string().min(1, "Pick a project");
const prompt = "a fox";
const misspelled: object = { projct: "p1" };

test.each([
  ["classic", project],
  ["mini", mini.string().check(mini.minLength(1, "Pick a project"))],
])("adds %s fields to a model", (_kind, schema) => {
  const extended = extendModel(sdxlTorch, { project: schema }, { local: ["project"] });
  const names = describeFields(extended).map(({ name }) => name);
  expect(names).toEqual([...describeFields(sdxlTorch).map(({ name }) => name), "project"]);
  expect(extended).toMatchObject({ id: "sdxl-torch", local: ["project"] });
  expect(parseInput(extended, { prompt })).toEqual({
    ok: false,
    fields: { project: "Pick a project" },
  });
  const parsed = parseInput(extended, { prompt, project: "p1" });
  expect(parsed).toMatchObject({ ok: true, input: { prompt, project: "p1", samples: 1 } });
});

test("keeps the original model and the schema's metadata", () => {
  const strict = defineModel({
    id: "strict",
    title: "Strict",
    task: "text-to-image",
    input: z.strictObject({ prompt: z.string() }).meta({ title: "Strict input" }),
  });
  const extended = extendModel(strict, { note: z.string().optional() });
  expect(extended).not.toHaveProperty("local");
  expect(modelToJsonSchema(extended)).toMatchObject({
    title: "Strict input",
    additionalProperties: false,
  });
  expect(parseInput(extended, { prompt, note: "n", other: 1 })).toMatchObject({ ok: false });
  expect(parseInput(strict, { prompt, note: "n" })).toMatchObject({ ok: false });
});

test("keeps an example that is still valid", () => {
  const optional = extendModel(sdxlTorch, { note: z.string().optional() });
  expect(optional.example).toEqual(sdxlTorch.example);
  expect(extendModel(sdxlTorch, { project }).example).toBeUndefined();
  const given = extendModel(
    sdxlTorch,
    { project },
    { initial: { project: "p1" }, example: { project: "p2" } },
  );
  expect(given.example).toEqual({ ...sdxlTorch.example, project: "p2" });
  expect(initialValues(given)).toMatchObject({ ...sdxlTorch.initial, project: "p1" });
});

test("combines with limitModel and itself", () => {
  const once = extendModel(
    limitModel(sdxlTorch, { samples: { max: 2 } }),
    { project },
    { local: ["project"] },
  );
  const twice = limitModel(extendModel(once, { team: z.enum(["a", "b"]) }, { local: ["team"] }), {
    team: { values: ["a"] },
  });
  expect(twice.local).toEqual(["project", "team"]);
  expect(parseInput(twice, { prompt, samples: 3, project: "p1", team: "b" })).toEqual({
    ok: false,
    fields: { samples: "Must be 2 or less.", team: "Must be a." },
  });
  expect(omitLocal(twice, { prompt, project: "p1", team: "a" })).toEqual({ prompt });
});

test("omits local fields from recipes", () => {
  const extended = extendModel(sdxlTorch, { project }, { local: ["project"] });
  expect(writeRecipe(extended, { prompt, project: "p1" })).not.toContain("p1");
});

test.each<[string, () => unknown, RegExp]>([
  [
    "an existing name",
    () => extendModel(sdxlTorch, { prompt: project }),
    /already has a field "prompt"/,
  ],
  [
    "an unknown local field",
    () => extendModel(sdxlTorch, { project }, { local: ["projct" as "project"] }),
    /"projct" is in the options/,
  ],
  [
    "an initial value for an unknown field",
    () => extendModel(sdxlTorch, { project }, { initial: misspelled }),
    /"projct" is in the options/,
  ],
  [
    "an unknown local field in defineModel",
    () => defineModel({ ...sdxlTorch, local: ["projct"] }),
    /"sdxl-torch" names "projct" in local/,
  ],
])("rejects %s", (_name, extend, message) => {
  expect(extend).toThrow(message);
});
