"use client";
import { useEffect } from "react";
import { fillForm } from "../../hooks/fillForm.ts";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import type { FormValues } from "../../models/formValues.ts";

/** Not by form: one that is drawn anew for another model must not be filled from what was meant for an earlier one. */
const done = new WeakSet<FormValues>();

/** Puts values into a form beside what stands there, once for each object. */
export function useFilled(modelForm: ModelForm, values: FormValues | undefined): void {
  useEffect(() => {
    if (!values || done.has(values)) return;
    done.add(values);
    fillForm(modelForm, { values });
  }, [modelForm, values]);
}
