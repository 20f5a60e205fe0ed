"use client";
import type { ModelForm } from "../../hooks/index.ts";
import type { FieldDescriptor } from "../../models/index.ts";
import { controlId, usePromptForm } from "../form/PromptFormContext.ts";
import { useFormSnapshot } from "../form/useFormSnapshot.ts";
import { findNamedOption } from "./fieldOptions.ts";
import { fieldWords } from "./fieldWords.ts";
import { parseNumber } from "./parseNumber.ts";
import { useEarlyInput, type Control } from "../parts/useEarlyInput.ts";

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

/** A field's value, as its native control holds it. */
function valueOf(control: Control, { kind, options = [] }: FieldDescriptor): unknown {
  if (control.type === "checkbox") return (control as HTMLInputElement).checked;
  const text = control.value.trim();
  const isNumber = kind === "number" || kind === "seed" || kind === "size";
  return findNamedOption(options, text)?.value ?? (isNumber ? parseNumber(text) : text);
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

  function setValue(next: unknown): void {
    // What the backend refused was the old value; the schema has nothing to say of it.
    if (form.getFieldState(name).error?.type === "server") form.clearErrors(name);
    void onChange({ type: "change", target: { name, value: next } });
  }

  useEarlyInput(controlId(id, name), (control) => setValue(valueOf(control, descriptor)));
  return {
    descriptor,
    id: controlId(id, name),
    value,
    setValue,
    onBlur: () => void onBlur({ type: "blur", target: { name, value: form.getValues(name) } }),
    error,
    warnings,
  };
}
