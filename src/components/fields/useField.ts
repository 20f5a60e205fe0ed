"use client";
import type { ModelForm } from "../../hooks/index.ts";
import type { FieldDescriptor } from "../../models/index.ts";
import { controlId, usePromptForm } from "../form/PromptFormContext.ts";
import { useFormSnapshot } from "../form/useFormSnapshot.ts";
import { fieldWords } from "./fieldWords.ts";

/** One field of the form around it. */
export interface FormField {
  readonly descriptor: FieldDescriptor;
  /** The control's id; ids of what stands beside it are made from it. */
  readonly id: string;
  readonly value: unknown;
  readonly setValue: (value: unknown) => void;
  /** To be called when the control is left: a touched field is checked. */
  readonly onBlur: () => void;
  readonly error: string | undefined;
  readonly warnings: readonly string[];
}

/** The field of this name, or an error that says which there are. */
export function findDescriptor(
  { fields, model }: ModelForm,
  part: string,
  name: string,
): FieldDescriptor {
  const descriptor = fields.find((field) => field.name === name);
  if (!descriptor) {
    throw new Error(
      `Easel: <${part} name="${name}"> can't be drawn, because ${model.title} has no such field. It has: ${fields.map((field) => field.name).join(", ")}.`,
    );
  }
  return descriptor;
}

/** Ties a control to the field of this name. Draws again for this field alone. */
export function useField(part: string, name: string): FormField {
  const { id, modelForm } = usePromptForm(part);
  const descriptor = findDescriptor(modelForm, part, name);
  const { form } = modelForm;
  const { onChange, onBlur } = form.register(name);
  const [value, error, ...warnings] = useFormSnapshot(form, () => {
    const current: unknown = form.getValues(name);
    return [current, ...fieldWords(modelForm, name)] as const;
  });
  return {
    descriptor,
    id: controlId(id, name),
    value,
    setValue: (next) => {
      // What the backend refused was the old value; the schema has nothing to say of it.
      if (form.getFieldState(name).error?.type === "server") form.clearErrors(name);
      void onChange({ type: "change", target: { name, value: next } });
    },
    onBlur: () => void onBlur({ type: "blur", target: { name, value: form.getValues(name) } }),
    error,
    warnings,
  };
}
