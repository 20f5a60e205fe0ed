import type { Model } from "../../models/defineModel.ts";
import { describeFields } from "../../models/describeFields.ts";
import { initialValues, type FormValues } from "../../models/formValues.ts";
import type { JobInput } from "../internals/promptOf.ts";

/** Returns form values for a job's input. Fields that the input omits are left blank, not set to their defaults. */
export function inputToForm(model: Model, input: JobInput): FormValues {
  return Object.fromEntries(describeFields(model).map(({ name }) => [name, input[name] ?? ""]));
}

/** Returns the texts, and the other values that differ from the model's initial values. */
export function changedValues(model: Model, values: FormValues): FormValues {
  const initial = initialValues(model);
  const changed = describeFields(model).filter(
    ({ name, kind }) =>
      kind === "prompt" || kind === "text" || !Object.is(values[name], initial[name]),
  );
  return Object.fromEntries(changed.map(({ name }) => [name, values[name]]));
}
