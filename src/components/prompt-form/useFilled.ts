"use client";
import { useEffect } from "react";
import { fillForm } from "../../hooks/fillForm.ts";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import type { FormValues } from "../../models/formValues.ts";

/** Global: a form mounted for another model must not use it again. */
const done = new WeakSet<FormValues>();

/** Once per object. */
export function useFilled(modelForm: ModelForm, values: FormValues | undefined): void {
  useEffect(() => {
    if (!values || done.has(values)) return;
    done.add(values);
    fillForm(modelForm, { values });
  }, [modelForm, values]);
}
