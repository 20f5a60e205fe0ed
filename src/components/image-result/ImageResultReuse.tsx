"use client";
import { forwardRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { isPending } from "../../runtime/isPending.ts";
import { Part, type PartProps } from "../internals/Part.tsx";
import { useImageResult, useImageResultActions } from "./context/ImageResultContext.ts";

export type ImageResultReuseProps = PartProps<"button">;

/** Renders a `<button>` that calls `onReuse`. Renders nothing while pending, or without `input` or `onReuse`. */
export const ImageResultReuse = forwardRef<HTMLButtonElement, ImageResultReuseProps>(
  function ImageResultReuse({ children, ...props }, ref) {
    const labels = useEasel().labels.result;
    const { status, input, result, onReuse } = useImageResult("ImageResult.Reuse");
    const { notify } = useImageResultActions("ImageResult.Reuse");
    if (!input || !onReuse || isPending({ status })) return null;
    const seed = result?.seed;

    return (
      <Part
        as="button"
        partName="image-result-reuse"
        kind="button"
        own={props}
        onClick={() => {
          onReuse(seed === undefined ? input : { ...input, seed });
          notify({ message: labels.reused, about: result });
        }}
        ref={ref}
      >
        {children ?? labels.reuse}
      </Part>
    );
  },
);
