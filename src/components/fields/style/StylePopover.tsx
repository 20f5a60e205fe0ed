"use client";
import { useRef, useState, type ReactNode, type RefObject } from "react";
import type { FieldOption } from "../../../models/describeField.ts";
import { Popup } from "../../internals/Popup.tsx";
import { useParts } from "../../internals/useParts.ts";
import { labelId } from "../FieldFrame.tsx";
import { optionLabel } from "../fieldOptions.ts";
import { StylePreview, type PreviewSources } from "./StylePreview.tsx";

interface StylePopoverProps extends PreviewSources {
  readonly id: string;
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly current: FieldOption;
  /** Element that sets the popup's position and width. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly renderList: (id: string, close: () => void) => ReactNode;
  readonly children: ReactNode;
}

export function StylePopover(props: StylePopoverProps) {
  const part = useParts();
  const { id, label, describedBy, current, renderPreview, previews, children } = props;
  const { anchor, onOpen, onClose, renderList } = props;
  const trigger = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);

  function open(): void {
    setOpened(true);
    onOpen();
  }

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
        onClick={() => (opened ? close() : open())}
      >
        <StylePreview option={current} renderPreview={renderPreview} previews={previews} />
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
          anchor={anchor}
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
