"use client";
import { useEstimate } from "../../hooks/useEstimate.ts";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import type { CostEstimate } from "../../runtime/estimateCost.ts";
import { useFormSnapshot } from "../form-context/useFormSnapshot.ts";

/** Returns the estimated price with the form's values. Re-renders only if a field that affects the price changes. */
export function useFormEstimate({ model, fields, form }: ModelForm): CostEstimate | undefined {
  const priced = fields.filter(({ affectsPrice }) => affectsPrice);
  useFormSnapshot(form, () => form.getValues(priced.map(({ name }) => name)));
  return useEstimate(model, form.getValues()).estimate;
}
