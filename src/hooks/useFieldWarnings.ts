"use client";
import { useWatch } from "react-hook-form";
import type { Model } from "../models/defineModel.ts";
import type { FieldName } from "../models/formValues.ts";
import type { ModelForm } from "./useModelForm.ts";

/** Returns warnings about conflicts between a field and the values of other fields. Warnings don't block submission. */
export function useFieldWarnings<M extends Model>(
  modelForm: ModelForm<M>,
  name: FieldName<M>,
): readonly string[] {
  const { model, form } = modelForm as unknown as ModelForm;
  const rules = (model.rules ?? []).filter((rule) => rule.fields.includes(name));
  const watched = rules.flatMap((rule) => rule.fields);
  const values = useWatch({ control: form.control, name: watched });
  const current = Object.fromEntries(watched.map((field, index) => [field, values[index]]));
  return rules.filter((rule) => rule.when(current)).map((rule) => rule.message);
}
