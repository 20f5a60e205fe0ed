"use client";
import { forwardRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { PartProps } from "../../internals/Part.tsx";
import { useResultImage, type ImageIndexProps } from "../context/ImageResultContext.ts";
import { SimpleAction } from "./SimpleAction.tsx";
import { startTarget } from "./startTarget.ts";

export type ImageResultStartProps = PartProps<"button"> & ImageIndexProps;

/** Renders a `<button>` that passes an image to `onStart`. Renders nothing if no model in `models` takes an image. */
export const ImageResultStart = forwardRef<HTMLButtonElement, ImageResultStartProps>(
  function ImageResultStart({ index: ownIndex, ...props }, ref) {
    const { result: text } = useEasel().labels;
    const about = useResultImage("ImageResult.Start", ownIndex);
    const { image, isImage, isMissing, index, count, model, models = [], onStart } = about;
    const target = startTarget(model, models);
    if (!image || !isImage || isMissing || !onStart || !target) return null;
    return (
      <SimpleAction
        partName="image-result-start"
        {...props}
        icon="start"
        word={text.startFrom}
        name={text.forImage(text.startFrom, index, count)}
        act={() =>
          onStart({ [target.field]: new URL(image.url, document.baseURI).href }, target.model)
        }
        ref={ref}
      />
    );
  },
);
