"use client";
import { useEffect, useRef, useState } from "react";
import { useEarlyInput } from "../../form-context/useEarlyInput.ts";
import { useFormSnapshot } from "../../form-context/useFormSnapshot.ts";
import { useBrowserLayoutEffect } from "../../internals/useBrowserLayoutEffect.ts";
import { inputText } from "../inputText.ts";
import { fieldMessages, useRegisteredField } from "../useFormField.ts";

const needsScript = typeof CSS !== "undefined" && !CSS.supports("field-sizing", "content");

/** Adjusts the box's height to its text in browsers that don't support `field-sizing`. */
function growWithText(box: HTMLTextAreaElement | null): void {
  if (!needsScript || !box) return;
  box.style.blockSize = "auto";
  // A box in a closed `<details>` has no height to measure.
  if (box.scrollHeight === 0) return;
  const borders = box.offsetHeight - box.clientHeight;
  box.style.blockSize = `${box.scrollHeight + borders}px`;
}

/** Connects an uncontrolled text box to a field, so that typing doesn't re-render the box. */
export function useTextInput(part: string, name: string) {
  const { modelForm, setValue, blurWith, ...field } = useRegisteredField(part, name);
  const { form } = modelForm;
  const [error, ...warnings] = useFormSnapshot(form, () => fieldMessages(modelForm, name));
  const box = useRef<HTMLTextAreaElement>(null);
  const [defaultValue] = useState(() => inputText(form.getValues(name)));

  function change(value: string | undefined): void {
    if (value !== form.getValues(name)) setValue(value);
  }

  const isHydrating = useEarlyInput(field.id, ({ value }) => change(value));
  useBrowserLayoutEffect(() => {
    // React resets the default value on each render. Once a value is assigned, the box ignores the default value.
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
    ...field,
    error,
    warnings,
    box,
    // React would overwrite the text in a hydrating <textarea> with a default value.
    defaultValue: isHydrating ? undefined : defaultValue,
    onInput: (): void => {
      growWithText(box.current);
      change(box.current?.value);
    },
    onBlur: (): void => {
      const { value = "" } = box.current ?? {};
      // Forms start with a blank prompt, which isn't an error before the first submit.
      if (value.trim() !== "" || error !== undefined) blurWith(value);
    },
  };
}

export type TextInput = ReturnType<typeof useTextInput>;
