"use client";
import type { KeyboardEvent, ReactNode, RefObject } from "react";
import { Popup } from "./Popup.tsx";
import { useParts } from "./useParts.ts";

interface ActionPopupProps {
  readonly name: string;
  /** Button that opened the popup. It gets the focus back. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Renders a popup with buttons. ↑ and ↓ move focus, Escape closes it, and so does pressing a button. */
export function ActionPopup({ name, anchor, onClose, children }: ActionPopupProps) {
  const part = useParts();

  function close(popup: Element): void {
    const { activeElement: focused, body } = document;
    // An action may have moved the focus.
    if (focused === body || popup.contains(focused)) anchor.current?.focus();
    onClose();
  }

  function handleKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") close(event.currentTarget);
    else if (step === undefined) return;
    else {
      const all = [...event.currentTarget.querySelectorAll("button")].filter(
        (one) => one.checkVisibility?.() ?? true,
      );
      const at = all.indexOf(document.activeElement as HTMLButtonElement);
      all[(at + step + all.length) % all.length]?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <Popup
      {...part("image-result-menu", "popup")}
      role="group"
      aria-label={name}
      anchor={anchor}
      onLeave={onClose}
      onKeyDown={handleKeyDown}
      onClick={({ target, currentTarget }) => {
        if ((target as Element).closest('button:not([aria-disabled="true"])')) close(currentTarget);
      }}
    >
      <div {...part("image-result-menu-list", "scroll")}>{children}</div>
    </Popup>
  );
}
