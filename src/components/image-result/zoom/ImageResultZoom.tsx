"use client";
import { forwardRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { ActionIcon } from "../../internals/ActionIcon.tsx";
import { Part, type PartProps } from "../../internals/Part.tsx";
import {
  isShownAsImage,
  useImageResultActions,
  useResultImage,
} from "../context/ImageResultContext.ts";

export interface ImageResultZoomProps extends PartProps<"button"> {
  /** Which picture, from 0. @default its place in `Grid`, else the first */
  readonly index?: number | undefined;
}

/**
 * Shows one picture large, in a dialog to zoom, to pan and to go through the others. Its code is loaded with the first
 * click; where it can't be, the picture opens in a new tab. A click on the picture itself does the same. Renders a
 * `<button>`; nothing for a video or another file.
 */
export const ImageResultZoom = forwardRef<HTMLButtonElement, ImageResultZoomProps>(
  function ImageResultZoom({ index: ownIndex, onClick, ...props }, ref) {
    const words = useEasel().labels.result;
    const { enlarge } = useImageResultActions("Zoom");
    const { image, kind, index, count, isMissing } = useResultImage("Zoom", ownIndex);
    if (!image || isMissing || !isShownAsImage(kind)) return null;

    return (
      <Part
        as="button"
        partName="image-result-zoom"
        type="button"
        aria-label={words.ofPicture(words.enlarge, index, count)}
        aria-haspopup="dialog"
        {...props}
        onClick={(event) => {
          onClick?.(event);
          if (!event.defaultPrevented) enlarge(index, image.url);
        }}
        ref={ref}
      >
        {props.children ?? <ActionIcon name="enlarge" />}
      </Part>
    );
  },
);
