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
  /** Values to start with, over the model's own start. */
  readonly values?: FormValues<M> | undefined;
}

export interface ModelForm<M extends Model = Model> {
  readonly model: M;
  readonly fields: readonly FieldDescriptor[];
  /** React Hook Form's own: `control`, `setValue`, `formState` … */
  readonly form: UseFormReturn<FormValues<M>, unknown, ModelInput<M>>;
}

/** Checks a form's values as the handler will; a field left blank is left out first. */
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
 * A form for any model, drawn and checked by its schema: what is typed in goes in, a validated input comes out of
 * `form.handleSubmit`. Names and values that are not the model's do not compile. Give the component that calls it a `key` of the model's id, so that each model has a form of its own.
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
  const form = useForm<FormValues, unknown, ModelInput<M>>({
    defaultValues: { ...initialValues(model), ...values },
    resolver: modelResolver(model),
    // Told when a field is left, and then at each change until it is right.
    mode: "onTouched",
  });
  return { model, fields: describeFields(model), form: form as unknown as ModelForm<M>["form"] };
}
