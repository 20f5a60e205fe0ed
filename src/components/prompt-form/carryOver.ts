import type { Model } from "../../models/defineModel.ts";
import { describeFields } from "../../models/describeFields.ts";
import { initialValues, valuesFromForm, type FormValues } from "../../models/formValues.ts";
import { parseInput } from "../../models/parseInput.ts";
import { unlistedSides } from "../fields/size/unlistedSides.ts";

/** A value, and the ID of the model whose form it was entered in. */
export interface EnteredValue {
  readonly value: unknown;
  readonly modelId: string;
}

export type EnteredValues = ReadonlyMap<string, EnteredValue>;

export function enteredIn(modelId: string, values: FormValues): EnteredValues {
  return new Map(Object.entries(values).map(([name, value]) => [name, { value, modelId }]));
}

/**
 * Returns the entered values to keep for a model: all text, and other values that the model accepts. A size entered for
 * another model is kept only if this model suggests it.
 */
export function carryOver(model: Model, entered: EnteredValues): FormValues {
  if (entered.size === 0) return {};
  const fields = describeFields(model);
  const shared = fields.flatMap((field) => {
    const own = entered.get(field.name);
    return own && !field.fixed ? [{ ...field, ...own }] : [];
  });
  const values = Object.fromEntries(shared.map(({ name, value }) => [name, value]));
  const all = { ...initialValues(model), ...values };
  const checked = parseInput(model, valuesFromForm(model, all));
  const refused = checked.ok ? {} : checked.fields;
  const unlisted = unlistedSides(fields, all);
  const isKept = ({ name, kind, modelId }: (typeof shared)[number]): boolean =>
    kind === "prompt" ||
    kind === "text" ||
    (!(name in refused) && (modelId === model.id || !unlisted.has(name)));
  return Object.fromEntries(shared.filter(isKept).map(({ name, value }) => [name, value]));
}
