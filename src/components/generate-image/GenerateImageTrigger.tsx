"use client";
import { forwardRef } from "react";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useGenerateImage } from "./context/GenerateImageContext.ts";
import { useGenerateImageLabels } from "./context/useGenerateImageLabels.ts";

export type GenerateImageTriggerProps = PartProps<"button">;

/** Renders a `<button>` that opens the dialog. Opening never starts a generation. */
export const GenerateImageTrigger = forwardRef<HTMLButtonElement, GenerateImageTriggerProps>(
  function GenerateImageTrigger(props, ref) {
    const labels = useGenerateImageLabels();
    const { value, run, disabled, describedBy, open } = useGenerateImage("GenerateImage.Trigger");
    const { isPending, status } = run;
    const label = isPending
      ? labels.showProgress
      : status === "completed"
        ? labels.showImages
        : value
          ? labels.change
          : labels.generate;
    return (
      <Part
        as="button"
        partName="generate-image-trigger"
        kind="button"
        aria-haspopup="dialog"
        aria-describedby={describedBy}
        disabled={disabled}
        own={props}
        onClick={() => open()}
        ref={ref}
      >
        {contentOf(props) ?? label}
      </Part>
    );
  },
);
