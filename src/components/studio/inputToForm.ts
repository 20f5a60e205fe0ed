import type { Model } from "../../models/defineModel.ts";
import { describeFields } from "../../models/describeFields.ts";
import type { FormValues } from "../../models/formValues.ts";
import type { JobInput } from "../internals/promptOf.ts";

/** A form's values for what was sent: a field that was left out is blank, not back at the model's start. */
export function inputToForm(model: Model, input: JobInput): FormValues {
  return Object.fromEntries(describeFields(model).map(({ name }) => [name, input[name] ?? ""]));
}
