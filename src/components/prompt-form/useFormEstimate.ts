"use client";
import { useEstimate } from "../../hooks/useEstimate.ts";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import type { RunEstimate } from "../../runtime/estimateRun.ts";
import { useFormSnapshot } from "../form-context/useFormSnapshot.ts";

/** What a run of this form will cost, as it stands. Draws again only for the fields that the price depends on. */
export function useFormEstimate({ model, fields, form }: ModelForm): RunEstimate | undefined {
  const priced = fields.filter(({ affectsPrice }) => affectsPrice);
  useFormSnapshot(form, () => form.getValues(priced.map(({ name }) => name)));
  return useEstimate(model, form.getValues());
}
