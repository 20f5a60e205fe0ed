import type { Model } from "../../models/defineModel.ts";
import { describeFields } from "../../models/describeFields.ts";
import { initialValues, valuesFromForm, type FormValues } from "../../models/formValues.ts";
import { parseInput } from "../../models/parseInput.ts";

/** Returns the entered values to keep for another model: all text, and other values that the model accepts. */
export function carryOver(model: Model, typed: ReadonlyMap<string, unknown>): FormValues {
  if (typed.size === 0) return {};
  const shared = describeFields(model).filter(({ name }) => typed.has(name));
  const values = Object.fromEntries(shared.map(({ name }) => [name, typed.get(name)]));
  const checked = parseInput(model, valuesFromForm(model, { ...initialValues(model), ...values }));
  const refused = checked.ok ? {} : checked.fields;
  return Object.fromEntries(
    shared
      .filter(({ name, kind }) => kind === "prompt" || kind === "text" || !(name in refused))
      .map(({ name }) => [name, values[name]]),
  );
}
