"use client";
import { useEffect } from "react";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import type { FieldDescriptor } from "../../models/describeFields.ts";
import { newSeed, randomSeedOf } from "../fields/seed/seed.ts";
import { RepeatChoice } from "./RepeatChoice.tsx";

export interface RepeatQuestionProps {
  readonly modelForm: ModelForm;
  readonly seed: FieldDescriptor;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before an identical generation is charged again. The question disappears when a value changes. */
export function RepeatQuestion({ modelForm, seed, onConfirm, onClose }: RepeatQuestionProps) {
  const { form } = modelForm;

  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: onClose }),
    [form, onClose],
  );

  /** Moves focus to the submit button, because the question unmounts. */
  function finish(from: HTMLElement, act: () => void): HTMLFormElement | null {
    const element = from.closest("form");
    element?.querySelector<HTMLElement>('[type="submit"]')?.focus();
    onClose();
    act();
    return element;
  }

  function takeNewSeed(): void {
    form.setValue(seed.name, randomSeedOf(seed) ?? newSeed(seed), { shouldDirty: true });
  }

  return (
    <RepeatChoice
      onNewSeed={(from) => finish(from, takeNewSeed)?.requestSubmit()}
      onConfirm={(from) => finish(from, onConfirm)}
      onCancel={(from) => finish(from, () => {})}
    />
  );
}
