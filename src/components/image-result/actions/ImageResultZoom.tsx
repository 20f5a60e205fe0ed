"use client";
import { forwardRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { ActionIcon } from "../../internals/ActionIcon.tsx";
import { Part, type PartProps } from "../../internals/Part.tsx";
import {
  useImageResultActions,
  useResultImage,
  type ImageIndexProps,
} from "../context/ImageResultContext.ts";

export type ImageResultZoomProps = PartProps<"button"> & ImageIndexProps;

/** Renders a `<button>` that opens an image in a zoom dialog, or in a new tab if the dialog can't be loaded. */
export const ImageResultZoom = forwardRef<HTMLButtonElement, ImageResultZoomProps>(
  function ImageResultZoom({ index: ownIndex, children, ...props }, ref) {
    const labels = useEasel().labels.result;
    const { image, isImage, index, count, isMissing } = useResultImage(
      "ImageResult.Zoom",
      ownIndex,
    );
    const { enlarge } = useImageResultActions("ImageResult.Zoom");
    if (!image || isMissing || !isImage) return null;

    return (
      <Part
        as="button"
        partName="image-result-zoom"
        kind="button"
        aria-label={labels.forImage(labels.enlarge, index, count)}
        title={labels.enlarge}
        aria-haspopup="dialog"
        own={props}
        onClick={() => enlarge(index, image.url)}
        ref={ref}
      >
        {children ?? <ActionIcon name="enlarge" />}
      </Part>
    );
  },
);
