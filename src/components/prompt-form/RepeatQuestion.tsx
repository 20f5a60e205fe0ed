"use client";
import { useEffect, useId, useRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import type { FieldDescriptor } from "../../models/describeFields.ts";
import { newSeed, randomSeedOf } from "../fields/seed/seed.ts";
import { useParts } from "../internals/useParts.ts";

export interface RepeatQuestionProps {
  readonly modelForm: ModelForm;
  readonly seed: FieldDescriptor;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before an identical generation is charged again. The question disappears when a value changes. */
export function RepeatQuestion({ modelForm, seed, onConfirm, onClose }: RepeatQuestionProps) {
  const part = useParts();
  const labels = useEasel().labels.settings;
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  const { form } = modelForm;

  useEffect(() => {
    first.current?.focus();
    return form.subscribe({ formState: { values: true }, callback: onClose });
  }, [form, onClose]);

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
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of its buttons bubble
    <div
      {...part("prompt-form-repeat", "stack")}
      role="group"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        finish(event.currentTarget, () => {});
      }}
    >
      <p {...part("prompt-form-repeat-text")} id={id}>
        {labels.repeat}
      </p>
      <div {...part("prompt-form-repeat-actions", "row")}>
        <button
          {...part("prompt-form-repeat-seed", "button-primary")}
          ref={first}
          onClick={({ currentTarget }) => finish(currentTarget, takeNewSeed)?.requestSubmit()}
        >
          {labels.repeatNewSeed}
        </button>
        <button
          {...part("prompt-form-repeat-anyway", "button")}
          onClick={({ currentTarget }) => finish(currentTarget, onConfirm)}
        >
          {labels.repeatAnyway}
        </button>
      </div>
    </div>
  );
}
