import type { Model } from "../../models/defineModel.ts";
import { describeFields } from "../../models/describeFields.ts";
import { initialValues, type FormValues } from "../../models/formValues.ts";
import { isSecondOfPair } from "../fields/size/sizePair.ts";
import type { DroppedValues } from "../form-context/PromptFormContext.ts";

interface FormState {
  readonly model: Model;
  readonly values: FormValues;
}

/** Returns the fields whose values were changed in one model's form and are missing from the next model's form. */
export function droppedValues(before: FormState, now: FormState): DroppedValues | undefined {
  const start = initialValues(before.model);
  const fields = describeFields(before.model);
  const kept = new Set(describeFields(now.model).map(({ name }) => name));
  const changed = fields.filter(({ name, kind }) => {
    const value = before.values[name];
    const isBlank = value === undefined || value === null || value === "";
    return kind !== "hidden" && !isBlank && !Object.is(value, start[name]);
  });
  const lost = changed.filter(({ name }) => !Object.is(before.values[name], now.values[name]));
  const labelsOf = (wanted: (name: string) => boolean) =>
    lost
      .filter(({ name }) => wanted(name) && !isSecondOfPair(fields, name))
      .map(({ label }) => label);
  const leftOut = labelsOf((name) => !kept.has(name));
  const replaced = labelsOf((name) => kept.has(name));
  return leftOut.length + replaced.length > 0 ? { leftOut, replaced } : undefined;
}
