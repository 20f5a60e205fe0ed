"use client";
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type RefObject,
} from "react";
import { popupPlace } from "./popupPlace.ts";

interface PopupProps extends ComponentPropsWithoutRef<"div"> {
  /** What it opens beside: a press or the focus there does not close it. */
  readonly anchor: RefObject<HTMLElement | null>;
  /** Its first box has the focus as it opens. */
  readonly takesFocus?: boolean;
  /** Called when somebody turns to another place of the page. */
  readonly onLeave: () => void;
}

/**
 * What opens over the page beside its anchor, for as long as it is drawn. The browser's own popover: it lies above
 * everything, stays where it stands in the document, so that Tab leads on as it should, and costs next to nothing to open.
 */
export function Popup({ anchor, takesFocus = false, onLeave, ...rest }: PopupProps) {
  const popup = useRef<HTMLDivElement>(null);
  // Asked for before anything of it is in the page, while the answer costs nothing.
  const [place, setPlace] = useState(() => anchor.current && popupPlace(anchor.current));
  const leave = useRef(onLeave);
  useEffect(() => {
    leave.current = onLeave;
  });

  useLayoutEffect(() => {
    const [own, beside] = [popup.current, anchor.current];
    if (!own || !beside) return undefined;
    const follow = ({ target }: Event) => {
      const isInside = target instanceof Node && own.contains(target);
      if (!isInside) setPlace(popupPlace(beside));
    };
    const notice = ({ target }: Event) => {
      const isHere = target instanceof Node && (own.contains(target) || beside.contains(target));
      if (!isHere) leave.current();
    };
    // To give the focus lays out what is there: the styles keep long lists out of that, to lay them out once, with the frame.
    own.toggleAttribute("data-opening", takesFocus);
    // Where it is not known yet, the element lies over its surroundings by its styles.
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
  }, [anchor, takesFocus]);

  return <div {...rest} ref={popup} popover="manual" style={{ ...rest.style, ...place }} />;
}
