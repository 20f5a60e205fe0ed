"use client";
import { useEffect, useRef, useState, type RefObject } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import type { Model } from "../../models/defineModel.ts";
import { describeFields } from "../../models/describeFields.ts";
import type { FormValues } from "../../models/formValues.ts";
import { focusFormField, submitButton } from "../form-context/focusField.ts";
import { isTouch } from "../internals/isTouch.ts";
import type { JobInput } from "../internals/promptOf.ts";

/** Message about settings that replaced the user's, and a function that restores the user's settings. */
export interface AppliedSettings {
  readonly undo: () => void;
  readonly isUndone: boolean;
  readonly message: string;
}

/** Start image, and the model that takes it. */
export interface StartImage {
  readonly field: string;
  readonly model: Model;
  /** Returns to another model, which was chosen before the image. */
  readonly onRemove: ((image: unknown) => void) | undefined;
}

interface UseAppliedSettingsOptions {
  readonly model: Model;
  readonly chooseModel: (modelId: string) => void;
  readonly formElement: RefObject<HTMLFormElement | null>;
  /** Called when there is an offer to undo. */
  readonly onOffer: () => void;
}

/** Fills the Studio's form with other settings, and offers to undo that. */
export function useAppliedSettings(options: UseAppliedSettingsOptions) {
  const { model, chooseModel, formElement, onOffer } = options;
  const { settings: text } = useEasel().labels;
  const modelForm = useRef<ModelForm>(undefined);
  const [fill, setFill] = useState<FormValues>();
  const [applied, setApplied] = useState<AppliedSettings>();

  function take(values: FormValues, of: Model | undefined): void {
    if (of) chooseModel(of.id);
    setFill({ ...values });
  }

  function offerUndo(message: string, restore: () => void): void {
    const undo = () => {
      restore();
      setApplied({ undo, isUndone: true, message: text.undone });
    };
    setApplied({ undo, isUndone: false, message });
    onOffer();
  }

  /** Replaces the settings, and offers to restore the model and all values. */
  function apply(values: FormValues, of: Model, message = text.applied): void {
    const before = { ...modelForm.current?.form.getValues() };
    take(values, of);
    offerUndo(message, () => take(before, model));
  }

  const [startImage, setStartImage] = useState<StartImage>();
  // Focuses the prompt, or the image, after the form has rendered the fields of the model that takes the image.
  useEffect(() => {
    if (!startImage) return;
    if (isTouch()) {
      formElement.current?.querySelector<HTMLElement>(submitButton)?.focus();
      return;
    }
    const prompt = describeFields(startImage.model).find(({ kind }) => kind === "prompt");
    focusFormField(formElement.current, prompt?.name ?? startImage.field);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- runs once for each start image
  }, [startImage]);

  /** Fills the form of a model with a start image. */
  function start(values: JobInput, of: Model): void {
    const [field = ""] = Object.keys(values);
    apply(values, of, text.started(of.title));
    function leave(image: unknown): void {
      const removed = { ...modelForm.current?.form.getValues(), [field]: image };
      chooseModel(model.id);
      offerUndo(text.startRemoved(model.title), () => take(removed, of));
    }
    setStartImage({ field, model: of, onRemove: of.id === model.id ? undefined : leave });
  }

  return {
    modelForm,
    fill,
    applied,
    endUndo: () => setApplied(undefined),
    take,
    apply,
    start,
    startImage,
    endStart: () => setStartImage(undefined),
  };
}
