"use client";
import { useState } from "react";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import { usePresets } from "../../hooks/usePresets.ts";
import type { Preset } from "../../ledger/createPresets.ts";
import { useFocusReturn } from "../internals/useFocusReturn.ts";
import { useParts } from "../internals/useParts.ts";
import { PresetItem } from "./PresetItem.tsx";
import { PresetSave } from "./PresetSave.tsx";
import { usePresetLabels } from "./usePresetLabels.ts";

export interface PresetsPanelProps {
  readonly suggested: readonly Preset[];
  readonly modelForm: ModelForm;
  readonly onApply: (preset: Preset) => void;
  /** Restores the settings from before the last applied preset. Undefined if there are none. */
  readonly onUndo: (() => void) | undefined;
}

interface Notice {
  readonly message: string;
  readonly undo?: (() => void) | undefined;
}

export function PresetsPanel({ suggested, modelForm, onApply, onUndo }: PresetsPanelProps) {
  const part = useParts();
  const labels = usePresetLabels();
  const focusReturn = useFocusReturn<HTMLDivElement>();
  const { presets, save, rename, remove, undo } = usePresets();
  const [notice, setNotice] = useState<Notice>();
  const [isNoticeOfApply, setIsNoticeOfApply] = useState(false);

  function apply(preset: Preset): void {
    onApply(preset);
    setIsNoticeOfApply(true);
    setNotice({ message: labels.applied(preset.name) });
  }

  function show(next: Notice | undefined): void {
    setIsNoticeOfApply(false);
    setNotice(next);
  }

  const undoOf = isNoticeOfApply ? onUndo : notice?.undo;
  return (
    <div {...part("presets-panel", "scroll")} {...focusReturn}>
      {presets.length + suggested.length === 0 && (
        <p {...part("presets-empty", "caption")}>{labels.empty}</p>
      )}
      {suggested.length > 0 && (
        <>
          <p {...part("presets-heading", "caption")}>{labels.suggested}</p>
          <ul {...part("presets-list", "list")}>
            {suggested.map((preset) => (
              <PresetItem key={preset.name} preset={preset} onApply={() => apply(preset)} />
            ))}
          </ul>
        </>
      )}
      {presets.length > 0 && (
        <>
          {suggested.length > 0 && <p {...part("presets-heading", "caption")}>{labels.own}</p>}
          <ul {...part("presets-list", "list")}>
            {presets.map((preset) => (
              <PresetItem
                key={preset.id}
                preset={preset}
                onApply={() => apply(preset)}
                onRename={(name) => void rename(preset.id, name)}
                onRemove={() => {
                  remove(preset.id);
                  show({
                    message: labels.removed(preset.name),
                    undo: () => {
                      undo();
                      show(undefined);
                    },
                  });
                }}
              />
            ))}
          </ul>
        </>
      )}
      <div {...part("presets-notice", "line")} role="status">
        {notice && <span {...part("presets-notice-text")}>{notice.message}</span>}
        {notice && undoOf && (
          <button
            {...part("presets-undo", "button-bare")}
            onClick={() => {
              undoOf();
              show(undefined);
            }}
          >
            {labels.undo}
          </button>
        )}
      </div>
      <PresetSave
        modelForm={modelForm}
        names={presets.map(({ name }) => name)}
        onSave={save}
        onSaved={(name) => show({ message: labels.saved(name) })}
      />
    </div>
  );
}
