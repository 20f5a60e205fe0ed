import { expect, test } from "vitest";
import { catalog } from "../../models/catalog/catalog.ts";
import { initialValues, valuesFromForm } from "../../models/formValues.ts";
import { parseInput } from "../../models/parseInput.ts";
import { inputToForm } from "./inputToForm.ts";

test.each(catalog)("what was sent to $id comes back out of the form unchanged", (model) => {
  const sent = parseInput(model, model.example);
  if (!sent.ok) throw new Error("The example is refused.");
  const form = inputToForm(model, sent.input);
  expect(parseInput(model, valuesFromForm(model, form))).toEqual(sent);
});

test.each(catalog)("a field that was left out of $id is blank, not at its start", (model) => {
  const { prompt: _, ...rest } = inputToForm(model, { prompt: "a fox" });
  expect(new Set(Object.values(rest))).toEqual(new Set([""]));
  const form = { ...initialValues(model), ...rest, prompt: "a fox" };
  expect(valuesFromForm(model, form)).toEqual({ prompt: "a fox" });
});
