"use client";
import { forwardRef } from "react";
import { Part, type PartProps } from "../../internals/Part.tsx";
import { useAiLabel } from "../../internals/useAiLabel.ts";
import { useResultImage, type ImageIndexProps } from "../context/ImageResultContext.ts";

export type ImageResultAiLabelProps = PartProps<"span"> & ImageIndexProps;

/** Renders a `<span>` that labels an image as AI-generated. Renders nothing without `<EaselProvider aiLabel>`. */
export const ImageResultAiLabel = forwardRef<HTMLSpanElement, ImageResultAiLabelProps>(
  function ImageResultAiLabel({ index, ...props }, ref) {
    const label = useAiLabel();
    const { image, isMissing } = useResultImage("ImageResult.AiLabel", index);
    if (label === undefined || !image || isMissing) return null;
    return (
      <Part as="span" partName="image-result-ai-label" kind="caption" own={props} ref={ref}>
        {label}
      </Part>
    );
  },
);
