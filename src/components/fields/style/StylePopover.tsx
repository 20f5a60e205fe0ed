"use client";
import { useRef, type ReactNode, type RefObject } from "react";
import type { FieldOption } from "../../../models/describeField.ts";
import type { LazyPopup } from "../../internals/useLazyPopup.ts";
import { useParts } from "../../internals/useParts.ts";
import { labelId } from "../FieldFrame.tsx";
import { optionLabel } from "../fieldOptions.ts";
import type { StyleListProps } from "./StyleList.tsx";
import { StylePreview } from "./StylePreview.tsx";

interface StylePopoverProps {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly current: FieldOption;
  readonly popup: LazyPopup<typeof import("./StylePopup.tsx")>;
  readonly list: Omit<StyleListProps, "id">;
  /** Element that sets the popup's position and width. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function StylePopover(props: StylePopoverProps) {
  const part = useParts();
  const { id, describedBy, current, popup, list, anchor, onOpen, onClose, children } = props;
  const trigger = useRef<HTMLButtonElement>(null);
  const { opened } = popup;

  function open(): void {
    popup.open();
    onOpen();
  }

  function close(): void {
    popup.close();
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
        aria-expanded={opened !== undefined}
        aria-controls={opened && `${id}-popup`}
        ref={trigger}
        onClick={() => (opened ? close() : open())}
        {...popup.preloading}
        // A popup that is still loading would take the focus from the next element.
        onBlur={() => !opened && popup.close()}
      >
        <StylePreview
          option={current}
          renderPreview={list.renderPreview}
          previews={list.previews}
        />
        <span {...part("style-value")} id={`${id}-value`}>
          <span {...part("style-name", "strong")}>{optionLabel(current)}</span>
          {current.group !== undefined && (
            <span {...part("style-value-group", "caption")}>{current.group}</span>
          )}
        </span>
      </button>
      {children}
      {opened && (
        <opened.StylePopup
          id={id}
          list={{
            ...list,
            onSelect: (value) => {
              list.onSelect(value);
              goBack();
            },
          }}
          anchor={anchor}
          onLeave={close}
          onEscape={goBack}
        />
      )}
    </>
  );
}
