"use client";
import { useLayoutEffect, useRef, useState, type ComponentProps, type RefObject } from "react";
import { useStableActions } from "../../hooks/useStableActions.ts";
import { isTouch } from "./isTouch.ts";
import { popupPlace } from "./popupPlace.ts";

interface PopupProps extends ComponentProps<"div"> {
  /** Element next to which the popup is positioned. Events inside this element don't close the popup. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly takesFocus?: boolean;
  /** Called when an element outside the popup and its anchor is focused or pressed. */
  readonly onLeave: () => void;
}

/** Popup that uses the native popover API, which keeps the tab order and opens quickly. */
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
    // Focusing the input forces a layout. While this attribute is set, CSS hides long lists to make the layout cheaper.
    own.toggleAttribute("data-opening", takesFocus);
    // Browsers without popover support position the element with its inline styles.
    own.showPopover?.();
    if (takesFocus) (isTouch() ? own : own.querySelector("input"))?.focus({ preventScroll: true });
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

  return (
    <div {...rest} ref={popup} popover="manual" tabIndex={-1} style={{ ...rest.style, ...place }} />
  );
}
