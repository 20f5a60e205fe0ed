"use client";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import type { FieldDescriptor } from "../../models/describeFields.ts";
import { controlId, usePromptForm } from "../form-context/PromptFormContext.ts";
import { checkedValue, useEarlyInput, type Control } from "../form-context/useEarlyInput.ts";
import { useFormSnapshot } from "../form-context/useFormSnapshot.ts";
import { fieldMessages } from "./fieldMessages.ts";
import { findNamedOption } from "./fieldOptions.ts";
import { parseNumber } from "./parseNumber.ts";

export interface FormField<Value = unknown> {
  readonly descriptor: FieldDescriptor;
  /** ID of the control, and prefix of related IDs. */
  readonly id: string;
  /** Blank is `""` or `undefined`. A number field holds text until it parses. */
  readonly value: Value;
  readonly setValue: (value: Value) => void;
  /** Call it on blur, to validate a touched field. */
  readonly onBlur: () => void;
  readonly error: string | undefined;
  readonly warnings: readonly string[];
}

const written = (part: string, name: string): string =>
  part.startsWith("use") ? `${part}("${name}")` : `<${part} name="${name}">`;

export function findDescriptor(
  { fields, model }: ModelForm,
  part: string,
  name: string,
): FieldDescriptor {
  const descriptor = fields.find((field) => field.name === name);
  if (!descriptor) {
    throw new Error(
      `Easel: ${written(part, name)} can't be rendered, because ${model.title} has no such field. It has: ${fields.map((field) => field.name).join(", ")}.`,
    );
  }
  return descriptor;
}

function valueOf(control: Control, { kind, options = [] }: FieldDescriptor): unknown {
  if (control.type === "checkbox") return (control as HTMLInputElement).checked;
  const entered = control.type === "radio" ? checkedValue(control) : control.value;
  if (kind === "prompt" || kind === "text") return entered;
  const text = entered.trim();
  const isNumber = kind === "number" || kind === "seed" || kind === "size";
  return findNamedOption(options, text)?.value ?? (isNumber ? parseNumber(text) : text);
}

export function useFieldName(part: string, name: string): void {
  findDescriptor(usePromptForm(part).modelForm, part, name);
}

export function useFormField(part: string, name: string): FormField {
  const { id, modelForm } = usePromptForm(part);
  const descriptor = findDescriptor(modelForm, part, name);
  const { form } = modelForm;
  const { onChange, onBlur } = form.register(name);
  const [value, error, ...warnings] = useFormSnapshot(form, () => {
    const current: unknown = form.getValues(name);
    return [current, ...fieldMessages(modelForm, name)] as const;
  });

  function setValue(next: unknown): void {
    // A server error is about the old value.
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
