import { expect, test } from "vitest";
import { payloads } from "../../../test/payloads.ts";
import { catalog } from "../../models/catalog/catalog.ts";
import { initialValues, valuesFromForm } from "../../models/formValues.ts";
import { parseInput } from "../../models/parseInput.ts";
import { inputToForm } from "./inputToForm.ts";

test.each(catalog)("reproduces the input of $id through the form", (model) => {
  const sent = parseInput(model, payloads[model.id]);
  if (!sent.ok) throw new Error("The payload is invalid.");
  const form = inputToForm(model, sent.input);
  expect(parseInput(model, valuesFromForm(model, form))).toEqual(sent);
});

test.each(catalog)("leaves fields blank that the input of $id omits", (model) => {
  const { prompt: _, ...rest } = inputToForm(model, { prompt: "a fox" });
  expect(new Set(Object.values(rest))).toEqual(new Set([""]));
  const form = { ...initialValues(model), ...rest, prompt: "a fox" };
  expect(valuesFromForm(model, form)).toEqual({ prompt: "a fox" });
});
