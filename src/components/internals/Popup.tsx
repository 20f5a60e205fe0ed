"use client";
import { useLayoutEffect, useRef, useState, type ComponentProps, type RefObject } from "react";
import { useStableActions } from "../../hooks/useStableActions.ts";
import { popupPlace } from "./popupPlace.ts";

interface PopupProps extends ComponentProps<"div"> {
  /** Element whose events don't close the popup. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly takesFocus?: boolean;
  /** Called on focus or a press outside the popup and its anchor. */
  readonly onLeave: () => void;
}

/** Native popover, which keeps the tab order and is cheap to open. */
export function Popup({ anchor, takesFocus = false, onLeave, ...rest }: PopupProps) {
  const popup = useRef<HTMLDivElement>(null);
  // Measures the anchor before the popup mounts, to avoid a second layout.
  const [place, setPlace] = useState(() => anchor.current && popupPlace(anchor.current));
  const { leave } = useStableActions({ leave: onLeave });

  useLayoutEffect(() => {
    const [own, beside] = [popup.current, anchor.current];
    if (!own || !beside) return undefined;
    const follow = ({ target }: Event) => {
      const isInside = target instanceof Node && own.contains(target);
      if (!isInside) setPlace(popupPlace(beside));
    };
    const notice = ({ target }: Event) => {
      const isHere = target instanceof Node && (own.contains(target) || beside.contains(target));
      if (!isHere) leave();
    };
    // Focusing the input forces a layout, so CSS hides long lists until it has focus.
    own.toggleAttribute("data-opening", takesFocus);
    // Without popover support, inline styles position the element.
    own.showPopover?.();
    if (takesFocus) own.querySelector("input")?.focus({ preventScroll: true });
    own.toggleAttribute("data-opening", false);
    document.addEventListener("pointerdown", notice, true);
    document.addEventListener("focusin", notice);
    document.addEventListener("scroll", follow, { capture: true, passive: true });
    window.addEventListener("resize", follow);
    return () => {
      document.removeEventListener("pointerdown", notice, true);
      document.removeEventListener("focusin", notice);
      document.removeEventListener("scroll", follow, true);
      window.removeEventListener("resize", follow);
    };
  }, [anchor, takesFocus, leave]);

  return <div {...rest} ref={popup} popover="manual" style={{ ...rest.style, ...place }} />;
}
