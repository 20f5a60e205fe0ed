"use client";
import { forwardRef } from "react";
import { useImageActionLabels } from "../../internals/useImageActionLabels.ts";
import { StartAction, type StartActionProps } from "./StartAction.tsx";

export type ImageResultUpscaleProps = StartActionProps;

/** Renders a `<button>` that passes an image to `onStart`, for the first model in `models` with the task `upscale`. */
export const ImageResultUpscale = forwardRef<HTMLButtonElement, ImageResultUpscaleProps>(
  function ImageResultUpscale(props, ref) {
    const text = useImageActionLabels();
    return (
      <StartAction
        partName="image-result-upscale"
        icon="enlarge"
        word={text.upscale}
        upscale
        {...props}
        ref={ref}
      />
    );
  },
);
