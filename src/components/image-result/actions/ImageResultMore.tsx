"use client";
import { forwardRef, useImperativeHandle, useRef, useState, type KeyboardEvent } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { ActionIcon } from "../../internals/ActionIcon.tsx";
import { Part, type PartProps } from "../../internals/Part.tsx";
import { Popup } from "../../internals/Popup.tsx";
import { useParts } from "../../internals/useParts.ts";
import { useResultImage, type ImageIndexProps } from "../context/ImageResultContext.ts";

export type ImageResultMoreProps = PartProps<"button"> & ImageIndexProps;

/**
 * Renders a `<button>` that opens a popup with its children, such as `ImageResult.Favorite`. ↑ and ↓ move focus in the
 * popup, and Escape closes it. Pressing a button in the popup also closes it.
 */
export const ImageResultMore = forwardRef<HTMLButtonElement, ImageResultMoreProps>(
  function ImageResultMore({ index: ownIndex, children, ...props }, ref) {
    const part = useParts(props.classNames);
    const { result: text } = useEasel().labels;
    const { index, count, image } = useResultImage("ImageResult.More", ownIndex);
    const [isOpen, setOpen] = useState(false);
    const button = useRef<HTMLButtonElement>(null);
    useImperativeHandle(ref, () => button.current as HTMLButtonElement);
    if (!image) return null;
    const name = text.forImage(text.moreActions, index, count);

    function close(): void {
      button.current?.focus();
      setOpen(false);
    }

    function handleKeyDown(event: KeyboardEvent<HTMLElement>): void {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === "Escape") close();
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
      <>
        <Part
          as="button"
          partName="image-result-more"
          kind="button"
          aria-label={name}
          title={name}
          aria-expanded={isOpen}
          own={props}
          onClick={() => setOpen(!isOpen)}
          onKeyDown={({ key }) => {
            if (key === "Escape") setOpen(false);
          }}
          ref={button}
        >
          <ActionIcon name="more" />
        </Part>
        {isOpen && (
          <Popup
            {...part("image-result-menu", "popup")}
            role="group"
            aria-label={name}
            anchor={button}
            onLeave={() => setOpen(false)}
            onKeyDown={handleKeyDown}
            onClick={({ target }) => {
              if ((target as Element).closest('button:not([aria-disabled="true"])')) close();
            }}
          >
            <div {...part("image-result-menu-list", "scroll")}>{children}</div>
          </Popup>
        )}
      </>
    );
  },
);
