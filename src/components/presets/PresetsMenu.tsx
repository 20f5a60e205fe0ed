"use client";
import { forwardRef, useRef, useState } from "react";
import { fillForm } from "../../hooks/fillForm.ts";
import { useEasel } from "../../hooks/useEasel.ts";
import type { Preset } from "../../ledger/createPresets.ts";
import { usePromptForm } from "../form-context/PromptFormContext.ts";
import { Part, type PartProps } from "../internals/Part.tsx";
import { Popup } from "../internals/Popup.tsx";
import { useLoadedPart } from "../internals/useLoadedPart.ts";
import { useParts } from "../internals/useParts.ts";

export interface PresetsMenuProps extends Omit<PartProps<"div">, "children"> {
  /** Presets that the app suggests, in addition to the user's own. */
  readonly presets?: readonly Preset[] | undefined;
  /**
   * Called when the user chooses a preset. Returns an undo function, if any. Set this if presets can have another model.
   *
   * @default fills the form with the preset's values
   */
  readonly onApply?: ((preset: Preset) => (() => void) | undefined) | undefined;
}

const none: readonly Preset[] = [];
const loadPanel = async () => (await import("./PresetsPanel.tsx")).PresetsPanel;

/** Renders a `<div>` with a button that opens the presets, and a form that saves the current settings under a name. */
export const PresetsMenu = forwardRef<HTMLDivElement, PresetsMenuProps>(
  function PresetsMenu(allProps, ref) {
    const { presets = none, onApply, ...props } = allProps;
    const part = useParts(props.classNames);
    const { modelForm } = usePromptForm("PresetsMenu");
    const labels = useEasel().labels.settings;
    const trigger = useRef<HTMLButtonElement>(null);
    const { Part: Panel, hasFailed, open, close } = useLoadedPart(loadPanel);
    const [undo, setUndo] = useState<() => void>();
    const isOpen = Panel !== undefined;

    function apply(preset: Preset): void {
      const putBack = onApply ? onApply(preset) : fillForm(modelForm, { values: preset.values });
      setUndo(() => putBack);
    }

    function goBack(): void {
      trigger.current?.focus();
      close();
    }

    return (
      <Part as="div" partName="presets" own={props} ref={ref}>
        <button
          {...part("presets-trigger", "button-bare")}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          ref={trigger}
          onClick={() => (isOpen ? close() : open())}
        >
          {labels.presets}
        </button>
        <span {...part("presets-status")} role="status">
          {hasFailed && labels.loadFailed}
        </span>
        {Panel && (
          <Popup
            {...part("presets-popup", "popup")}
            role="dialog"
            aria-label={labels.presets}
            anchor={trigger}
            takesFocus
            onLeave={close}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === "Escape") {
                event.preventDefault();
                event.stopPropagation();
                goBack();
              }
            }}
          >
            <Panel
              suggested={presets}
              modelForm={modelForm}
              onApply={apply}
              onUndo={
                undo &&
                (() => {
                  undo();
                  setUndo(undefined);
                })
              }
            />
          </Popup>
        )}
      </Part>
    );
  },
);
