"use client";
import { useRef, useState, type ReactNode } from "react";
import type { FieldOption } from "../../../models/describeField.ts";
import { Popup } from "../../internals/Popup.tsx";
import { useParts } from "../../internals/useParts.ts";
import { labelId } from "../FieldFrame.tsx";
import { optionLabel } from "../fieldOptions.ts";
import { Swatch, type RenderPreview } from "./StyleTile.tsx";

interface StylePopoverProps {
  readonly id: string;
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly current: FieldOption;
  readonly renderPreview: RenderPreview | undefined;
  readonly onClose: () => void;
  readonly renderList: (id: string, close: () => void) => ReactNode;
  readonly children: ReactNode;
}

export function StylePopover(props: StylePopoverProps) {
  const part = useParts();
  const { id, label, describedBy, current, renderPreview, onClose, renderList, children } = props;
  const trigger = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);

  function close(): void {
    setOpened(false);
    onClose();
  }

  function goBack(): void {
    trigger.current?.focus();
    close();
  }

  return (
    <>
      <button
        type="button"
        id={id}
        {...part("style-trigger", "input")}
        data-state={opened ? "open" : "closed"}
        aria-labelledby={`${labelId(id)} ${id}-value`}
        aria-describedby={describedBy}
        aria-haspopup="dialog"
        aria-expanded={opened}
        aria-controls={opened ? `${id}-popup` : undefined}
        ref={trigger}
        onClick={() => (opened ? close() : setOpened(true))}
      >
        <Swatch option={current} renderPreview={renderPreview} />
        <span {...part("style-value")} id={`${id}-value`}>
          <span {...part("style-name", "strong")}>{optionLabel(current)}</span>
          {current.group !== undefined && (
            <span {...part("style-value-group", "caption")}>{current.group}</span>
          )}
        </span>
      </button>
      {children}
      {opened && (
        <Popup
          {...part("style-popup", "popup")}
          id={`${id}-popup`}
          role="dialog"
          aria-label={label}
          anchor={trigger}
          takesFocus
          onLeave={close}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.stopPropagation();
            goBack();
          }}
        >
          {renderList(`${id}-search`, goBack)}
        </Popup>
      )}
    </>
  );
}
