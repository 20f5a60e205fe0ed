"use client";
import type { RefObject } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { ActionIcon } from "../../internals/ActionIcon.tsx";
import { Popup } from "../../internals/Popup.tsx";
import { useParts } from "../../internals/useParts.ts";
import { StyleList, type StyleListProps } from "./StyleList.tsx";

interface StylePopupProps {
  readonly id: string;
  readonly list: Omit<StyleListProps, "id">;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onLeave: () => void;
  readonly onEscape: () => void;
}

export function StylePopup({ id, list, anchor, onLeave, onEscape }: StylePopupProps) {
  const part = useParts();
  const { result } = useEasel().labels;
  return (
    <Popup
      {...part("style-popup", "popup")}
      id={`${id}-popup`}
      role="dialog"
      aria-label={list.label}
      anchor={anchor}
      takesFocus
      onLeave={onLeave}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onEscape();
      }}
    >
      <StyleList {...list} id={`${id}-search`} />
      {/* On a phone, the popup covers the button that opens it. */}
      <button {...part("style-close", "button-bare")} aria-label={result.close} onClick={onEscape}>
        <ActionIcon name="close" />
      </button>
    </Popup>
  );
}
