"use client";
import { useEffect, useRef, useState, type RefObject } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import type { Model } from "../../models/defineModel.ts";
import { describeFields } from "../../models/describeFields.ts";
import type { FormValues } from "../../models/formValues.ts";
import { focusFormField } from "../form-context/focusField.ts";
import type { JobInput } from "../internals/promptOf.ts";

/** Message about settings that replaced the user's, and a function that restores the user's settings. */
export interface AppliedSettings {
  readonly undo: () => void;
  readonly isUndone: boolean;
  readonly message: string;
}

interface UseAppliedSettingsOptions {
  readonly model: Model;
  readonly chooseModel: (modelId: string) => void;
  readonly formElement: RefObject<HTMLFormElement | null>;
}

/** Fills the Studio's form with other settings, and offers to undo that. */
export function useAppliedSettings(options: UseAppliedSettingsOptions) {
  const { model, chooseModel, formElement } = options;
  const { settings: text } = useEasel().labels;
  const modelForm = useRef<ModelForm>(undefined);
  const [fill, setFill] = useState<FormValues>();
  const [applied, setApplied] = useState<AppliedSettings>();

  function take(values: FormValues, of: Model | undefined): void {
    if (of) chooseModel(of.id);
    setFill({ ...values });
  }

  /** Replaces the settings, and offers to restore the model and all values. */
  function apply(values: FormValues, of: Model, message = text.applied): void {
    const before = { ...modelForm.current?.form.getValues() };
    take(values, of);
    const undo = () => {
      take(before, model);
      setApplied({ undo, isUndone: true, message: text.undone });
    };
    setApplied({ undo, isUndone: false, message });
  }

  // Focuses the prompt, or the image, after the form has rendered the fields of the model that takes the image.
  const [startedFrom, setStartedFrom] = useState<JobInput>();
  useEffect(() => {
    if (!startedFrom) return;
    const prompt = describeFields(model).find(({ kind }) => kind === "prompt");
    const [image = ""] = Object.keys(startedFrom);
    focusFormField(formElement.current, prompt?.name ?? image);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- runs once for each start image
  }, [startedFrom]);

  /** Fills the form of a model with a start image. */
  function start(values: JobInput, of: Model): void {
    apply(values, of, text.started(of.title));
    setStartedFrom(values);
  }

  return { modelForm, fill, applied, endUndo: () => setApplied(undefined), take, apply, start };
}
