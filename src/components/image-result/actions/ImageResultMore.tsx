"use client";
import { forwardRef, useImperativeHandle, useRef, useState } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { ActionIcon } from "../../internals/ActionIcon.tsx";
import { ActionPopup } from "../../internals/ActionPopup.tsx";
import { Part, type PartProps } from "../../internals/Part.tsx";
import { useImageActionLabels } from "../../internals/useImageActionLabels.ts";
import { useResultImage, type ImageIndexProps } from "../context/ImageResultContext.ts";

export type ImageResultMoreProps = PartProps<"button"> & ImageIndexProps;

/**
 * Renders a `<button>` that opens a popup with its children, such as `ImageResult.Favorite`. ↑ and ↓ move focus in the
 * popup, and Escape closes it. Pressing a button in the popup also closes it.
 */
export const ImageResultMore = forwardRef<HTMLButtonElement, ImageResultMoreProps>(
  function ImageResultMore({ index: ownIndex, children, ...props }, ref) {
    const { result: text } = useEasel().labels;
    const actionText = useImageActionLabels();
    const { index, count, image } = useResultImage("ImageResult.More", ownIndex);
    const [isOpen, setOpen] = useState(false);
    const button = useRef<HTMLButtonElement>(null);
    useImperativeHandle(ref, () => button.current as HTMLButtonElement);
    if (!image) return null;
    const name = text.forImage(actionText.moreActions, index, count);

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
          <ActionPopup name={name} anchor={button} onClose={() => setOpen(false)}>
            {children}
          </ActionPopup>
        )}
      </>
    );
  },
);
