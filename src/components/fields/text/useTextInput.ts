"use client";
import { useEffect, useRef, useState, type RefObject } from "react";
import { controlId, usePromptForm } from "../../form-context/PromptFormContext.ts";
import { useEarlyInput } from "../../form-context/useEarlyInput.ts";
import { useFormSnapshot } from "../../form-context/useFormSnapshot.ts";
import { useBrowserLayoutEffect } from "../../internals/useBrowserLayoutEffect.ts";
import { fieldMessages } from "../fieldMessages.ts";
import { inputText } from "../inputText.ts";
import { findDescriptor, type FormField } from "../useFormField.ts";
import { growWithText } from "./growWithText.ts";

export interface TextInput extends Pick<FormField, "descriptor" | "id" | "error" | "warnings"> {
  readonly box: RefObject<HTMLTextAreaElement | null>;
  /** The box is uncontrolled, so that typing renders nothing. */
  readonly defaultValue: string | undefined;
  readonly onInput: () => void;
  readonly onBlur: () => void;
}

export function useTextInput(part: string, name: string): TextInput {
  const { id, modelForm } = usePromptForm(part);
  const { form } = modelForm;
  const descriptor = findDescriptor(modelForm, part, name);
  const registered = form.register(name);
  const [error, ...warnings] = useFormSnapshot(form, () => fieldMessages(modelForm, name));
  const box = useRef<HTMLTextAreaElement>(null);
  const [defaultValue] = useState(() => inputText(form.getValues(name)));

  function change(value: string | undefined): void {
    // Browser and React both report the same change.
    if (value === form.getValues(name)) return;
    // A server error is about the old text.
    if (form.getFieldState(name).error?.type === "server") form.clearErrors(name);
    void registered.onChange({ type: "change", target: { name, value } });
  }

  const isHydrating = useEarlyInput(controlId(id, name), ({ value }) => change(value));
  useBrowserLayoutEffect(() => {
    // An assigned value no longer follows the default value, which React resets at each render.
    if (isHydrating && box.current) box.current.value = inputText(form.getValues(name));
  }, [isHydrating, form, name]);

  useEffect(() => {
    function show(value: unknown): void {
      const text = inputText(value);
      if (box.current && box.current.value !== text) box.current.value = text;
      growWithText(box.current);
    }
    show(form.getValues(name));
    return form.subscribe({
      name,
      exact: true,
      formState: { values: true },
      callback: ({ values }) => show(values[name]),
    });
  }, [form, name]);

  return {
    descriptor,
    id: controlId(id, name),
    box,
    // React overwrites a hydrating <textarea> with its default value.
    defaultValue: isHydrating ? undefined : defaultValue,
    error,
    warnings,
    onInput: () => change(box.current?.value),
    onBlur: () =>
      void registered.onBlur({ type: "blur", target: { name, value: box.current?.value } }),
  };
}
