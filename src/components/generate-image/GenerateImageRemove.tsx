"use client";
import { forwardRef } from "react";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useImageLabels } from "../internals/useImageLabels.ts";
import { useGenerateImage } from "./context/GenerateImageContext.ts";

export type GenerateImageRemoveProps = PartProps<"button">;

/** Renders a `<button>` that clears the field, or nothing if the field is empty. */
export const GenerateImageRemove = forwardRef<HTMLButtonElement, GenerateImageRemoveProps>(
  function GenerateImageRemove(props, ref) {
    const labels = useImageLabels();
    const { value, disabled, change } = useGenerateImage("GenerateImage.Remove");
    if (!value) return null;
    return (
      <Part
        as="button"
        partName="generate-image-remove"
        kind="button"
        disabled={disabled}
        own={props}
        onClick={() => change(null)}
        ref={ref}
      >
        {contentOf(props) ?? labels.remove}
      </Part>
    );
  },
);
