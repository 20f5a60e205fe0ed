import { expect, test } from "vitest";
import { errorTable } from "../../protocol/errorTable.ts";
import { createGrammar } from "../createGrammar.ts";
import { en } from "./en.ts";
import { mergeLabels } from "./mergeLabels.ts";

test("replaces only one error message", () => {
  const { result } = mergeLabels({ result: { errors: { deadline: "Zzz." } } });
  expect(result.errors.deadline).toBe("Zzz.");
  expect(result.errors.network).toBe(errorTable.network.message);
  expect(result.remedies).toEqual(en.result.remedies);
});

test("replaces functions at any depth", () => {
  const { form } = mergeLabels({ form: { image: { address: (field) => `${field}: address` } } });
  expect(form.image.address("Photo")).toBe("Photo: address");
  expect(form.image.browse).toBe(en.form.image.browse);
});

test("keeps the English text if an override is undefined", () => {
  const overrides: { generate?: string } = {};
  expect(mergeLabels({ form: { ...overrides } }).form.generate).toBe("Generate");
  // @ts-expect-error JavaScript callers can still pass undefined
  expect(mergeLabels({ form: { generate: undefined } }).form.generate).toBe("Generate");
});

test("adds a model's phrases", () => {
  expect(mergeLabels({ models: { texts: { Prompt: "Zzz" } } }).models).toEqual({
    texts: { Prompt: "Zzz" },
    inputErrors: en.models.inputErrors,
  });
});

test("uses English plurals in the English labels", () => {
  const { history, tray, prompt } = en;
  expect([0, 1, 2, 1234].map((value) => history.images(value))).toEqual([
    "0 images",
    "1 image",
    "2 images",
    "1,234 images",
  ]);
  expect(history.count(3, 1200)).toBe("3 of 1,200 generations");
  expect(tray.finished(1)).toBe("1 generation is ready.");
  expect(prompt.recipeFields(["Seed", "Style", "Prompt"])).toBe("Sets Seed, Style, and Prompt.");
});

test('chooses each language\'s plural and falls back to "other"', () => {
  const { count } = createGrammar("ar");
  const forms = { zero: "none", one: "one", two: "two", few: "# few", other: "# other" };
  expect([0, 1, 2, 3, 11, 100].map((number) => count(number, forms))).toEqual([
    "none",
    "one",
    "two",
    "3 few",
    "11 other",
    "100 other",
  ]);
});
