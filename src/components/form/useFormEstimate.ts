"use client";
import { useWatch } from "react-hook-form";
import { useEstimate, type ModelForm, type RunEstimate } from "../../hooks/index.ts";

/** What a run of this form will cost, as it stands. Draws again only for the fields that the price depends on. */
export function useFormEstimate({ model, fields, form }: ModelForm): RunEstimate | undefined {
  const name = fields.filter(({ affectsPrice }) => affectsPrice).map((field) => field.name);
  useWatch({ control: form.control, name });
  return useEstimate(model, form.getValues());
}
