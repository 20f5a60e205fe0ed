"use client";
import { forwardRef } from "react";
import { useImageActionLabels } from "../../internals/useImageActionLabels.ts";
import { StartAction, type StartActionProps } from "./StartAction.tsx";

export type ImageResultStartProps = StartActionProps;

/** Renders a `<button>` that passes an image to `onStart`. Renders nothing if no model in `models` takes an image. */
export const ImageResultStart = forwardRef<HTMLButtonElement, ImageResultStartProps>(
  function ImageResultStart(props, ref) {
    const text = useImageActionLabels();
    return (
      <StartAction
        partName="image-result-start"
        icon="start"
        word={text.startFrom}
        {...props}
        ref={ref}
      />
    );
  },
);
