import type { Model } from "../../models/defineModel.ts";
import { describeFields } from "../../models/describeFields.ts";
import type { FormValues } from "../../models/formValues.ts";
import type { JobInput } from "../internals/promptOf.ts";

/** Returns form values for a job's input. Fields that the input omits are left blank, not set to their defaults. */
export function inputToForm(model: Model, input: JobInput): FormValues {
  return Object.fromEntries(describeFields(model).map(({ name }) => [name, input[name] ?? ""]));
}
