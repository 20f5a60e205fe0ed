"use client";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import type { CatalogModel } from "../../models/catalog/catalog.ts";
import type { Model } from "../../models/defineModel.ts";
import type { FieldDescriptor } from "../../models/describeFields.ts";
import type { FieldName, FormValues } from "../../models/formValues.ts";
import { controlId, usePromptForm } from "../form-context/PromptFormContext.ts";
import { checkedValue, useEarlyInput, type Control } from "../form-context/useEarlyInput.ts";
import { useFormSnapshot } from "../form-context/useFormSnapshot.ts";
import { findNamedOption } from "./fieldOptions.ts";
import { parseNumber } from "./parseNumber.ts";

export interface FormField<Value = unknown> {
  readonly descriptor: FieldDescriptor;
  /** ID of the control, and prefix of the IDs of its label and messages. */
  readonly id: string;
  /** Current value, or `""` or `undefined` if blank. In a number field, text that isn't a number stays a string. */
  readonly value: Value;
  readonly setValue: (value: Value) => void;
  /** Marks the field as touched and validates it. Call this function on blur. */
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
      `Easel: ${written(part, name)} names a field that ${model.title} doesn't have. Use one of these names: ${fields.map((field) => field.name).join(", ")}.`,
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

export function fieldMessages(
  { model, form }: ModelForm,
  name: string,
): readonly [error: string | undefined, ...warnings: string[]] {
  const warnings = (model.rules ?? [])
    .filter((rule) => rule.fields.includes(name) && rule.when(form.getValues()))
    .map(({ message }) => message);
  return [form.getFieldState(name).error?.message, ...warnings];
}

export function useFieldName(part: string, name: string): void {
  findDescriptor(usePromptForm(part).modelForm, part, name);
}

export function useRegisteredField(part: string, name: string) {
  const { id, modelForm } = usePromptForm(part);
  const { form } = modelForm;
  const { onChange, onBlur } = form.register(name);
  return {
    modelForm,
    descriptor: findDescriptor(modelForm, part, name),
    id: controlId(id, name),
    setValue: (value: unknown): void => {
      // A server error applies only to the submitted value.
      if (form.getFieldState(name).error?.type === "server") form.clearErrors(name);
      void onChange({ type: "change", target: { name, value } });
    },
    blurWith: (value: unknown): void => void onBlur({ type: "blur", target: { name, value } }),
  };
}

export function useFormField(part: string, name: string): FormField {
  const { modelForm, blurWith, ...field } = useRegisteredField(part, name);
  const { form } = modelForm;
  const [value, error, ...warnings] = useFormSnapshot(form, () => {
    const current: unknown = form.getValues(name);
    return [current, ...fieldMessages(modelForm, name)] as const;
  });
  useEarlyInput(field.id, (control) => field.setValue(valueOf(control, field.descriptor)));
  return { ...field, value, error, warnings, onBlur: () => blurWith(form.getValues(name)) };
}

/**
 * Connects a custom control to a field, and re-renders only when the field changes. To keep values that users enter
 * before hydration, render a native control with the `id` from `renderControl`. For a custom model, pass its type:
 * `useField<typeof flux>("frames")`.
 *
 * @example
 * const caption = useField("prompt");
 *
 * <FieldFrame
 *   field={caption}
 *   renderControl={(attributes) => (
 *     <input
 *       {...attributes}
 *       value={caption.value ?? ""}
 *       onChange={(event) => caption.setValue(event.target.value)}
 *       onBlur={caption.onBlur}
 *     />
 *   )}
 * />;
 *
 * @throws outside a `PromptForm.Root`, or if the form's model has no such field
 */
export function useField<M extends Model = CatalogModel, Name extends FieldName<M> = FieldName<M>>(
  name: Name,
): FormField<FormValues<M>[Name]> {
  return useFormField("useField", name) as FormField<FormValues<M>[Name]>;
}
