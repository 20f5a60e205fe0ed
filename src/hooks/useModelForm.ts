"use client";
import { toNestErrors } from "@hookform/resolvers";
import { useState } from "react";
import { useForm, type Resolver, type UseFormReturn } from "react-hook-form";
import type { Model, ModelInput } from "../models/defineModel.ts";
import { describeFields, type FieldDescriptor } from "../models/describeFields.ts";
import { initialValues, valuesFromForm, type FormValues } from "../models/formValues.ts";
import { parseInput } from "../models/parseInput.ts";
import { reportUnknownValues } from "../runtime/reportUnknownValues.ts";
import { useModelLabels } from "./useModelLabels.ts";

export interface UseModelFormOptions<M extends Model = Model> {
  /** Initial values, which override those of the model. */
  readonly values?: FormValues<M> | undefined;
}

export interface ModelForm<M extends Model = Model> {
  readonly model: M;
  readonly fields: readonly FieldDescriptor[];
  /** React Hook Form's form object, with `control`, `setValue`, `formState`, and more. */
  readonly form: UseFormReturn<FormValues<M>, unknown, ModelInput<M>>;
}

function modelResolver<M extends Model>(model: M): Resolver<FormValues, unknown, ModelInput<M>> {
  return (values, _context, options) => {
    const parsed = parseInput(model, valuesFromForm(model, values));
    if (parsed.ok) return { values: parsed.input, errors: {} };
    const errors = Object.entries(parsed.fields).map(
      ([name, message]) => [name, { type: "invalid", message }] as const,
    );
    return { values: {}, errors: toNestErrors(Object.fromEntries(errors), options) };
  };
}

/**
 * Creates a form for a model, validated by the model's schema. Use the model's ID as the calling component's `key`, so
 * that each model gets a new form.
 *
 * @example
 * const { form } = useModelForm(sdxlTorch);
 * const { generate } = useGenerate(sdxlTorch);
 *
 * <form onSubmit={form.handleSubmit(generate)}>
 *   <textarea {...form.register("prompt")} />
 * </form>
 */
export function useModelForm<M extends Model>(
  given: M,
  { values }: UseModelFormOptions<NoInfer<M>> = {},
): ModelForm<M> {
  const model = useModelLabels(given);
  useState(() => reportUnknownValues(values, [model]));
  const [defaultValues] = useState(() => ({ ...initialValues(model), ...values }));
  const form = useForm<FormValues, unknown, ModelInput<M>>({
    defaultValues,
    resolver: modelResolver(model),
    // Errors appear on blur and update on change.
    mode: "onTouched",
  });
  return { model, fields: describeFields(model), form: form as unknown as ModelForm<M>["form"] };
}
