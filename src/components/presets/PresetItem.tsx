"use client";
import { useState } from "react";
import type { Preset } from "../../ledger/createPresets.ts";
import { ActionIcon } from "../internals/ActionIcon.tsx";
import { useParts } from "../internals/useParts.ts";
import { usePresetLabels } from "./usePresetLabels.ts";

interface PresetItemProps {
  readonly preset: Preset;
  readonly onApply: () => void;
  readonly onRename?: (name: string) => void;
  readonly onRemove?: () => void;
}

export function PresetItem({ preset: { name }, onApply, onRename, onRemove }: PresetItemProps) {
  const part = useParts();
  const labels = usePresetLabels();
  const [draft, setDraft] = useState<string>();

  function finish(): void {
    if (draft !== undefined && draft.trim() !== "") onRename?.(draft.trim());
    setDraft(undefined);
  }

  if (draft !== undefined) {
    return (
      <li {...part("presets-item", "line")}>
        <input
          {...part("presets-name", "input")}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the user pressed "Rename"
          autoFocus
          aria-label={labels.rename(name)}
          value={draft}
          onChange={({ target }) => setDraft(target.value)}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Enter") {
              event.preventDefault();
              event.stopPropagation();
              finish();
            } else if (event.key === "Escape") {
              event.preventDefault();
              event.stopPropagation();
              setDraft(undefined);
            }
          }}
        />
      </li>
    );
  }
  return (
    <li {...part("presets-item", "line")}>
      <button {...part("presets-apply", "button-bare")} dir="auto" onClick={onApply}>
        {name}
      </button>
      {onRename && (
        <button
          {...part("presets-action", "button-bare")}
          aria-label={labels.rename(name)}
          title={labels.rename(name)}
          onClick={() => setDraft(name)}
        >
          <ActionIcon partName="presets-icon" name="edit" />
        </button>
      )}
      {onRemove && (
        <button
          {...part("presets-action", "button-bare")}
          aria-label={labels.remove(name)}
          title={labels.remove(name)}
          onClick={onRemove}
        >
          <ActionIcon partName="presets-icon" name="delete" />
        </button>
      )}
    </li>
  );
}
