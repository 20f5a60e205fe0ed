"use client";
import { useId, useState } from "react";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import {
  maxPresetName,
  maxPresets,
  type Preset,
  type SavedAs,
} from "../../ledger/createPresets.ts";
import { useParts } from "../internals/useParts.ts";
import { usePresetLabels } from "./usePresetLabels.ts";

interface PresetSaveProps {
  readonly modelForm: ModelForm;
  /** Names of the user's presets. */
  readonly names: readonly string[];
  readonly onSave: (preset: Preset) => Promise<SavedAs>;
  readonly onSaved: (name: string) => void;
}

/** Form that saves the current settings. A `<div>`, because it's inside the prompt's `<form>`. */
export function PresetSave({ modelForm, names, onSave, onSaved }: PresetSaveProps) {
  const part = useParts();
  const labels = usePresetLabels();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState("");
  const [withPrompt, setWithPrompt] = useState(false);
  const [problem, setProblem] = useState<string>();

  function close(): void {
    setIsOpen(false);
    setName("");
    setProblem(undefined);
  }

  async function save(): Promise<void> {
    const chosen = name.trim();
    if (chosen === "") return setProblem(labels.nameMissing);
    if (names.includes(chosen)) return setProblem(labels.nameTaken(chosen));
    const { model, fields, form } = modelForm;
    const kept = fields.filter(({ kind }) => withPrompt || (kind !== "prompt" && kind !== "text"));
    const values = Object.fromEntries(
      kept.map((field) => [field.name, form.getValues(field.name)]),
    );
    const outcome = await onSave({ name: chosen, model: model.id, values });
    if (outcome === "full") return setProblem(labels.full);
    if (outcome === "too_many") return setProblem(labels.tooMany(maxPresets));
    close();
    return onSaved(chosen);
  }

  if (!isOpen) {
    return (
      <button {...part("presets-save-open", "button")} onClick={() => setIsOpen(true)}>
        {labels.saveCurrent}
      </button>
    );
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of its input bubble
    <div
      {...part("presets-save", "stack")}
      role="group"
      aria-label={labels.saveCurrent}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
        if (!(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        event.stopPropagation();
        void save();
      }}
    >
      <label {...part("presets-label", "strong")} htmlFor={id}>
        {labels.name}
      </label>
      <input
        {...part("presets-name", "input")}
        id={id}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the user pressed "Save current settings"
        autoFocus
        maxLength={maxPresetName}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={`${id}-problem`}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <label {...part("presets-check", "line")}>
        <input
          {...part("presets-checkbox")}
          type="checkbox"
          checked={withPrompt}
          onChange={({ target }) => setWithPrompt(target.checked)}
        />
        {labels.includePrompt}
      </label>
      <p {...part("presets-problem", "caption")} id={`${id}-problem`} role="alert">
        {problem}
      </p>
      <div {...part("presets-save-actions", "row")}>
        <button {...part("presets-save-confirm", "button-primary")} onClick={() => void save()}>
          {labels.save}
        </button>
        <button {...part("presets-save-cancel", "button")} onClick={close}>
          {labels.cancel}
        </button>
      </div>
    </div>
  );
}
