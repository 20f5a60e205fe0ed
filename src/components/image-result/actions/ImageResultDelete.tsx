"use client";
import { forwardRef } from "react";
import type { PartProps } from "../../internals/Part.tsx";
import { useHistoryLabels } from "../../internals/useHistoryLabels.ts";
import { useImageResult } from "../context/ImageResultContext.ts";
import { SimpleAction } from "./SimpleAction.tsx";

export type ImageResultDeleteProps = PartProps<"button">;

/** Renders a `<button>` that deletes the generation with all its images. Requires `onDelete`. */
export const ImageResultDelete = forwardRef<HTMLButtonElement, ImageResultDeleteProps>(
  function ImageResultDelete(props, ref) {
    const text = useHistoryLabels();
    const { onDelete } = useImageResult("ImageResult.Delete");
    if (!onDelete) return null;
    return (
      <SimpleAction
        partName="image-result-delete"
        {...props}
        icon="delete"
        word={text.remove}
        act={onDelete}
        ref={ref}
      />
    );
  },
);
